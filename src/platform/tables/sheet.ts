/** A sheet as text: every cell a string, empty where the file has nothing. `rows[0]` is row 1 of the sheet. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}
