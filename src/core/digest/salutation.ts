// How a letter greets its readers.

/** `Hoi!`, `Beste lezers,`, `Sportvrienden,`, `Dag fietser`; a heading such as `Beste boten` has no such mark behind it. */
const salutation =
  /^(?=.{4,45}$)\p{Lu}[\p{L}’'-]*(?:\s[\p{L}’'-]+){0,3},$|^(?:dag|hallo|hey|hoi) \p{Ll}[\p{Ll}-]{2,20}$|^(?:beste|dierbare|geachte|lieve|waarde) (?:\p{Ll}+ )?(?:abonnees?|allen|bewoners?|buren|buur|collega['’]?s?|directeur|directie|donateurs?|fietsers?|heer|iedereen|klant(?:en)?|leden|lezers?|lid|medewerkers?|mensen|mevrouw|ouders?|parochianen|relaties?|vriend(?:en)?|vrijwilligers?)$|^(?:hoi|hallo|hey|hé|hi|dag|beste|lieve|geachte|welkom|goede(?:morgen|middag|navond|n?dag))(?![\p{L}-])[^.?!,]{0,40}[!,]$/iu

/** Whether a line greets the readers, perhaps between emoji. */
export function isSalutation(text: string): boolean {
  return salutation.test(text.replace(/^\P{L}+/u, '').replace(/[^\p{L},!]+$/u, ''))
}
