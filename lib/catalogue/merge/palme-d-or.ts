/** A film that won the highest prize at Cannes. */
export interface PalmeDOr {
  year: number;
  title: string;
}

/**
 * The winners of the Palme d'Or since there is one, which from 1964 to 1974 was called Grand Prix. Written by hand:
 * the list of films in competition does not have the prizes. Add each year's winner, with its English title.
 */
const winners = `
1955 Marty
1956 The Silent World
1957 Friendly Persuasion
1958 The Cranes Are Flying
1959 Black Orpheus
1960 La Dolce Vita
1961 Viridiana
1961 The Long Absence
1962 The Given Word
1963 The Leopard
1964 The Umbrellas of Cherbourg
1965 The Knack ...and How to Get It
1966 A Man and a Woman
1966 The Birds, the Bees and the Italians
1967 Blow-Up
1969 If....
1970 M*A*S*H
1971 The Go-Between
1972 The Working Class Goes to Heaven
1972 The Mattei Affair
1973 The Hireling
1973 Scarecrow
1974 The Conversation
1975 Chronicle of the Years of Fire
1976 Taxi Driver
1977 Padre Padrone
1978 The Tree of Wooden Clogs
1979 Apocalypse Now
1979 The Tin Drum
1980 All That Jazz
1980 Kagemusha
1981 Man of Iron
1982 Missing
1982 Yol
1983 The Ballad of Narayama
1984 Paris, Texas
1985 When Father Was Away on Business
1986 The Mission
1987 Under the Sun of Satan
1988 Pelle the Conqueror
1989 Sex, Lies, and Videotape
1990 Wild at Heart
1991 Barton Fink
1992 The Best Intentions
1993 Farewell My Concubine
1993 The Piano
1994 Pulp Fiction
1995 Underground
1996 Secrets & Lies
1997 Taste of Cherry
1997 The Eel
1998 Eternity and a Day
1999 Rosetta
2000 Dancer in the Dark
2001 The Son's Room
2002 The Pianist
2003 Elephant
2004 Fahrenheit 9/11
2005 L'Enfant
2006 The Wind That Shakes the Barley
2007 4 Months, 3 Weeks and 2 Days
2008 The Class
2009 The White Ribbon
2010 Uncle Boonmee Who Can Recall His Past Lives
2011 The Tree of Life
2012 Amour
2013 Blue Is the Warmest Colour
2014 Winter Sleep
2015 Dheepan
2016 I, Daniel Blake
2017 The Square
2018 Shoplifters
2019 Parasite
2021 Titane
2022 Triangle of Sadness
2023 Anatomy of a Fall
2024 Anora
2025 It Was Just an Accident`;

/** The winners of the Palme d'Or, oldest first. */
export const palmesDOr: readonly PalmeDOr[] = winners
  .trim()
  .split('\n')
  .map((line) => ({ year: Number(line.slice(0, 4)), title: line.slice(5) }));
