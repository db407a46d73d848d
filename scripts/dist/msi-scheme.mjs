// A hook of electron-builder: its MSI registers files and no schemes, so that the scheme of addresses is added to its project,
// where the program itself is. Removing the program takes it away again.
import fs from 'node:fs/promises'

/** Path and name in the part of the registry that is everybody's; `[#mainExecutable]` is where the program is installed. */
const registry = [
  ['Software\\Classes\\leeslamp', null, 'URL:Leeslamp'],
  ['Software\\Classes\\leeslamp', 'URL Protocol', ''],
  ['Software\\Classes\\leeslamp\\DefaultIcon', null, '[#mainExecutable],0'],
  [
    'Software\\Classes\\leeslamp\\shell\\open\\command',
    null,
    '&quot;[#mainExecutable]&quot; &quot;%1&quot;',
  ],
]

/**
 * @param {string} projectFile what WiX makes the MSI of
 * @throws {Error} when the project holds no program
 */
export default async function addScheme(projectFile) {
  const project = await fs.readFile(projectFile, 'utf8')
  const program = project.indexOf('Id="mainExecutable"')
  const end = program < 0 ? -1 : project.indexOf('</Component>', program)
  if (end < 0)
    throw new Error(
      `the project of the MSI names no program to register the scheme for: ${projectFile}`,
    )
  const values = registry.map(
    ([key, name, value]) =>
      `<RegistryValue Root="HKLM" Key="${key}"${name === null ? '' : ` Name="${name}"`} Type="string" Value="${value}"/>\n`,
  )
  await fs.writeFile(projectFile, project.slice(0, end) + values.join('') + project.slice(end))
}
