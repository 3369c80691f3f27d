/** Largest upload of results, all files together, in MB. Files stay in memory while they are read. */
export const uploadLimitMb = 100
/** How many files of schools may be sent at once without an archive. */
export const filesAtMost = 2_000
