// For ESLint: numbers of their own by which tests would wait. Those that a fake clock is given stand in other calls.

/** @type {{ selector: string, message: string }[]} for the rule `no-restricted-syntax` */
export const waitsInTests = [
  'Property[key.name=/^(timeout|hookTimeout|testTimeout)$/][value.type="Literal"]',
  'CallExpression[callee.name=/^(setTimeout|wait)$/] > Literal[value>0]',
  'CallExpression[callee.property.name=/^(setTimeout|waitForTimeout|setDefaultTimeout)$/] > Literal',
].map((selector) => ({ selector, message: 'How long tests wait stands in tests/bounds.ts.' }))
