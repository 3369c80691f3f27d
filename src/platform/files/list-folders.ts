import fs from 'node:fs/promises'

/** Names of the folders inside a folder, sorted; none where it is no folder. @example await listFolders('methodologies') */
export async function listFolders(path: string): Promise<readonly string[]> {
  try {
    const found = await fs.readdir(path, { withFileTypes: true })
    return found
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw error
  }
}
