// How a letter greets its readers.

/** `Hoi!`, `Beste lezers,`, `Sportvrienden,`; a heading such as `Beste boten` has no such mark behind it. */
export const salutation =
  /^(?=.{4,45}$)\p{Lu}[\p{L}’'-]*(?:\s[\p{L}’'-]+){0,3},$|^(?:hoi|hallo|hey|hé|hi|dag|beste|lieve|geachte|welkom|goede(?:morgen|middag|navond|n?dag))(?![\p{L}-])[^.?!,]{0,40}[!,]$/iu
