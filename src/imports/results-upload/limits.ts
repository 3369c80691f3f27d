/** Largest upload of results, all files together, in MB. Files stay in memory while they are read. */
export const uploadLimitMb = 100
