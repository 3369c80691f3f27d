import { Type } from 'typebox'
import type { UploadedFile } from './route.ts'

/** Shape of an uploaded file in the body of an action. The shell fills it from a multipart form. @example body: Type.Object({ file: Upload() }) */
export function Upload() {
  return Type.Unsafe<UploadedFile>({ type: 'object', format: 'upload', additionalProperties: true })
}
