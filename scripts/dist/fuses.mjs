// The fuses of a packaged program: what they have to be, and what stands in the file.

const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

/** How a fuse stands in the file: as the digit 0 or 1. */
const states = { false: 0x30, true: 0x31 }

/**
 * The names of the fuses of a program that are not what they have to be; none when all are right.
 * @param {string} program the binary
 */
export async function wrongFuses(program) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(program)
  return Object.entries(wanted)
    .filter(([name, isOn]) => wire[FuseV1Options[name]] !== states[isOn])
    .map(([name]) => name)
}
