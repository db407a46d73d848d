// How a letter greets its readers.

const longest = 60
/** `Sportvrienden,`, `Mannen en vrouwen van de kade,` and `Dag fietser`; `Dag Leiden` may be a title. */
const ofAnyone =
  /^(?:(?=.{4,45}$)\p{Lu}[\p{L}’'-]*(?:\s[\p{L}’'-]+){0,3},|(?:Collega['’]s|Dames|Heren|Leden|Mannen|Vrouwen|Vrienden)(?: en \p{L}+)? van [\p{L} ’'-]{2,30},|(?:Dag|Hallo|Hey|Hoi) \p{Ll}[\p{Ll}-]{2,20})$/u
/** `Hoi!`, `Beste lezers,`, `Beste buren, leden en vrienden,`, `Geachte leden`; a heading such as `Beste boten` names no readers and has no such mark behind it. */
const ofReaders =
  /^(?:(?:beste|dierbare|geachte|lieve|waarde) (?:\p{L}+ )?(?:abonnees?|allen|bewoners?|buren|buur|collega['’]?s?|directeur|directie|donateurs?|fietsers?|heer|iedereen|klant(?:en)?|leden|lezers?|lid|medewerkers?|mensen|mevrouw|ouders?|parochianen|relaties?|vriend(?:en)?|vrijwilligers?)|(?:hoi|hallo|hey|hé|hi|dag|beste|lieve|geachte|welkom|goede(?:morgen|middag|navond|n?dag))(?![\p{L}-])[^.?!,]{0,40}[!,]|(?:beste|dag|dierbare|geachte|hallo|hoi|lieve|waarde) [^.?!:\d]{2,50} en [^.?!:\d,]{2,25},|(?:allemaal|buren|buurtgenoten|collega['’]?s|leden|lezers|mensen|vrienden|sportvrienden)!)$/iu

/** Whether a line greets the readers, perhaps between emoji. */
export function isSalutation(text: string): boolean {
  if (text.length > longest) return false
  const words = text.replace(/^\P{L}+/u, '').replace(/[^\p{L},!]+$/u, '')
  return ofAnyone.test(words) || ofReaders.test(words)
}
