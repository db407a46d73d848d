// The program that runs in the cage. It knows the readers; the rest of the program only knows `createCage`.
import { readPackage } from '../packages/read-package.ts'
import type { CageJob } from './cage-messages.ts'
import { serveCage } from './cage-server.ts'
import { readDigest } from './read-digest.ts'
import { readTextFile } from './read-text-file.ts'
import type { PackageFile } from '../packages/read-package.ts'

function read(job: CageJob, give: (file: PackageFile) => Promise<void>): Promise<unknown> {
  switch (job.kind) {
    case 'text':
      return readTextFile(job.file)
    case 'digest':
      return readDigest(job.digest)
    case 'package':
      return readPackage(job.path, { programVersion: job.programVersion, onFile: give })
  }
}

serveCage(read)
