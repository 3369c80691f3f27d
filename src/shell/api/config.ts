/** What the composition root decides for one installation. */
export interface Config {
  /** Address the product is reached at from outside, without a slash at the end: `https://opora.example.ru`. null: whatever the request says. */
  readonly publicOrigin: string | null
  /** Cookies travel over https only. */
  readonly secureCookies: boolean
  /** Largest request with files, in MB. */
  readonly uploadLimitMb: number
  /** Shown in the footer and in the OpenAPI document. */
  readonly version: string
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export const defaultConfig: Config = {
  publicOrigin: null,
  secureCookies: false,
  uploadLimitMb: 25,
  version: '0.1.0',
  logLevel: 'info',
}
