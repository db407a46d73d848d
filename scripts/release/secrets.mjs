// What signs, and how it is kept from tools and from what is told.
import fs from 'node:fs'

/** What signs, by the names of environment variables: no tool gets them but the one that signs with them. */
const secretNames = [
  'LEESLAMP_GPG_KEY',
  'LEESLAMP_GPG_PASSPHRASE',
  'LEESLAMP_MINISIGN_KEY',
  'LEESLAMP_MINISIGN_PASSWORD',
  'CSC_LINK',
  'CSC_KEY_PASSWORD',
  'CSC_INSTALLER_LINK',
  'CSC_INSTALLER_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  'APPLE_API_KEY',
  'APPLE_APP_SPECIFIC_PASSWORD',
]

/** Whatever else is named like a secret is hidden too, although tools may need it. */
const soundsSecret = /PASSWORD|PASSPHRASE|SECRET|TOKEN/i
/** A shorter value would hide half of what is told. */
const leastLength = 4

/** An environment without what signs. */
export function withoutSecrets(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secretNames.includes(name)))
}

/** The ways in which tools write a value. */
function formsOf(value) {
  return [
    value,
    value.trim(),
    ...value.split(/\r?\n/),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
  ]
}

/** A text in which the secrets of an environment are not to be read, however a tool wrote them. A name of a file is none. */
export function hideSecrets(text, env = process.env) {
  const forms = Object.entries(env)
    .filter(([name]) => secretNames.includes(name) || soundsSecret.test(name))
    .filter(([name, value]) => soundsSecret.test(name) || !fs.existsSync(value))
    .flatMap(([, value]) => formsOf(value))
    .filter((form) => form.length >= leastLength && !form.startsWith('-----'))
    .sort((one, other) => other.length - one.length)
  return forms.reduce((hidden, form) => hidden.replaceAll(form, '***'), text)
}
