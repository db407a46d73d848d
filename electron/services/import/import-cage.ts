// The program that runs in the cage. It knows the readers; the rest of the program only knows `createCage`.
import { readPackage } from '../packages/read-package.ts'
import { serveCage } from './cage-server.ts'
import { readTextFile } from './read-text-file.ts'

serveCage((job, give) =>
  job.kind === 'text'
    ? readTextFile(job.file)
    : readPackage(job.path, { programVersion: job.programVersion, onFile: give }),
)
