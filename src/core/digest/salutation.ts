// How a letter greets its readers.

/** `Hoi!`, `Beste lezers,`; a heading such as `Beste boten` has no such mark behind it. */
export const salutation =
  /^(?:hoi|hallo|hey|hé|hi|dag|beste|lieve|geachte|welkom|goede(?:morgen|middag|navond|n?dag))(?![\p{L}-])[^.?!,]{0,40}[!,]$/iu
