// Property tests draw the same cases each time, so that a run says something of the change and not of its luck;
// `npm run test:fuzz` draws anew.
import fc from 'fast-check'

if (process.env.LEESLAMP_FUZZ === undefined) fc.configureGlobal({ seed: 1 })
