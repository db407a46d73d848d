// How long the lines of a digest are.

/** Real headings have 18 to 46 characters, the shortest item 320; titles of items may be longer than headings. */
export const longestHeading = 90
/** Where no mark ends it as a sentence. */
export const longestOpenHeading = 110
export const longestTitle = 160
/** A longer line is no heading, whatever its file says: authors set whole paragraphs in the type of headings. */
export const longestMarkedHeading = 200
