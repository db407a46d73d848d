// The digests that stand in the library of the pictures, as somebody might paste them: one source that nobody knows in the first,
// and one item without any.

export const pasted = `Havenblad. ‘De veerboot vaart voortaan op stroom’

Deze week steken we het water over zonder motor. Daarna kijken we in een loods die zichzelf verwarmt.

* De veerboot over de haven vaart sinds maandag op stroom uit de wal. Een overtocht kost 38 kilowattuur, en aan de overkant laadt de boot in zes minuten weer bij. Volgens de rederij scheelt dat 400.000 liter diesel per jaar. Bron: Kadekrant

Een warme loods

De nieuwe loods aan de kade wordt verwarmd door de koelcellen die erin staan. Wat de vriezers aan warmte kwijt moeten, gaat door de vloer van de kantoren. In de winter bleef de gasketel daardoor elf weken uit.
`

/** What comes in after the reader kept a question. */
export const later = `Havenblad. ‘De brandweer leert van een batterij’

12 juli 2024

Wie blust wat niet dooft? We gaan naar een oefening, en naar een kantoor dat zijn stroom bewaart.

* De batterijcontainer op het oefenterrein brandde vijf uur. De brandweer liet hem daarna in een bak met water zakken, en meet nog een week of hij koel blijft. Kadekrant

* Het havenkantoor bewaart stroom van het dak in een batterij onder de trap. Op een bewolkte dag houdt die het licht twee uur aan. Reuters
`

/** What the reader has kept before. */
export const earlier = [
  `Havenblad. ‘Het eiland draait een nacht op eigen stroom’

21 juni 2024

Voor het eerst ging de kabel naar het vasteland een nacht uit. We beginnen op het eiland en eindigen op een kade vol kisten.

Stroom voor het eiland

* De batterij bij de vuurtoren leverde twee uur lang alle stroom van het eiland. Daarna nam de wind het over. De beheerder wil er in het najaar een tweede bij. Reuters

* Bewoners mogen hun thuisbatterij vanaf september aan het net verhuren. Wie meedoet, krijgt 90 euro per jaar en houdt altijd een vijfde van de lading voor zichzelf. NRC

Kisten op de kade

* Op de noordkade staan 340 kisten met oude batterijen te wachten op een schip. De gemeente heeft de opslag drie weken langer toegestaan, onder toezicht van de brandweer. Kadekrant
`,
  `Havenblad. ‘De sleepboot laadt in één pauze’

28 juni 2024

Een sleepboot die in een schafttijd vol is: deze week zien we of dat kan. Daarna gaat het over grond en over geld.

Laden in een pauze

* De eerste elektrische sleepboot van de haven laadt in 34 minuten tot 80%. De bemanning eet intussen. De batterijruimte wordt gekoeld met havenwater, dat er zeven graden warmer uit komt. Kadekrant, Reuters

* Een tweede boot wacht nog op een baterij uit Zweden, die op de weg hierheen bleef steken. De werf rekent op half augustus. Kadekrant

Grond en geld

* De batterijfabriek aan het kanaal krijgt haar grond, maar zes weken later dan gevraagd. De raad wil eerst weten waar het koelwater blijft. FD
`,
  `Havenblad. ‘Oude accu’s krijgen een tweede haven’

5 juli 2024

Wat doet een haven met alles wat leeg is? We kijken in een loods, op een schip en in de wet.

Een tweede leven

* In loods 12 worden de accu’s van stadsbussen tot buurtopslag gebouwd. Een bus levert genoeg voor elf huizen. Wat niet meer kan, gaat naar een smelter in Hoboken. De Standaard

* De veiligheidsregio oefende met een brandende batterijcontainer. Het blussen duurde negen uur en kostte 200.000 liter water. Kadekrant

In de wet

* Wie een scheepsbatterij van meer dan 2 megawattuur vervoert, moet dat voortaan een dag eerder melden. De rederijen vinden een uur genoeg. NRC, FD
`,
]

/** Letters as a reader may have saved them: from a weekly, and from somebody who writes now and then. */
export function mailbox() {
  const senders = [
    { from: 'Wegwijzer <brief@wegwijzer.example>', days: 7, count: 12, subject: 'Wegwijzer' },
    { from: 'Kas en Kade <redactie@kasenkade.example>', days: 14, count: 6, subject: 'Onder glas' },
    { from: 'Havenmeester <meester@kade.example>', days: 30, count: 2, subject: 'Diepgang' },
  ]
  return senders
    .flatMap(({ from, days, count, subject }) =>
      Array.from({ length: count }, (_, index) => {
        const sent = new Date(Date.UTC(2024, 6, 5, 7) - index * days * 86_400_000)
        const number = String(count - index)
        return letter(from, `${subject} ${number}`, sent, `<p>Brief ${number} van deze reeks.</p>`)
      }),
    )
    .join('')
}

function letter(from, subject, sent, html) {
  const date = sent.toUTCString().replace('GMT', '+0000')
  const head = [`From: ${from}`, `Date: ${date}`, `Subject: ${subject}`]
  return `From brief@example Fri Jul  5 07:00:00 2024\n${head.join('\n')}\nContent-Type: text/html; charset=utf-8\n\n${html}\n\n`
}

/** A mail with a picture in its opening. @param picture a PNG in base64 */
export function picturedMail(picture) {
  const page = [
    '<p>We beginnen deze week aan de kade, waar de loodsen een nieuw dak krijgen.</p>',
    '<figure><img src="cid:kade" alt="Twee loodsen aan stil water, in de schemering">',
    '<figcaption>De loodsen op de noordkade, net voor zonsopgang.</figcaption></figure>',
    '<h2>Onder dak</h2><ul><li>Het dak van de eerste loods is klaar, en vangt regen op voor de kade. (Kadekrant)</li>',
    '<li>De tweede loods volgt na de zomer, als de zwaluwen weg zijn. (Havenblad)</li></ul>',
  ]
  const mark = 'grens'
  return [
    'From: Redactie Havenblad <redactie@havenblad.example>',
    'Date: Fri, 5 Jul 2024 09:00:00 +0200',
    'Subject: De kade krijgt een dak',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; boundary="${mark}"`,
    '',
    ...[`--${mark}`, 'Content-Type: text/html; charset=utf-8', '', ...page],
    ...[`--${mark}`, 'Content-Type: image/png', 'Content-ID: <kade>'],
    ...['Content-Transfer-Encoding: base64', '', ...(picture.match(/.{1,76}/gu) ?? [])],
    `--${mark}--`,
    '',
  ].join('\r\n')
}
