/** The id of the edition that comes with the program: no edition of the library may have it. */
export const bundledEdition = 'techtrends-2024-07'
