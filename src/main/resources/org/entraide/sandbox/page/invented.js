// Fictitious people for the form. Telephone numbers are Ofcom's for drama.

const PEOPLE = {
  fr: {
    names: [["Yvonne", "Leclerc"], ["Noé", "Marchal"], ["Jeanne", "Moulin"], ["Bastien", "Roche"],
      ["Odile", "Rivière"], ["Karim", "Benali"], ["Lucie", "Fabre"], ["Étienne", "Caron"],
      ["Paulette", "Gras"], ["Malik", "Diallo"], ["Huguette", "Besnard"], ["Rémi", "Vasseur"],
      ["Georgette", "Poulain"], ["Samir", "Haddad"], ["Solange", "Texier"], ["Anatole", "Prévost"]],
    places: ["Islington", "South Kensington", "Clapham", "Ealing", "Greenwich", "Hammersmith"],
    languages: "Français, anglais",
    notes: "Plutôt le matin, merci.",
  },
  en: {
    names: [["Joan", "Whitaker"], ["Kwame", "Mensah"], ["Edith", "Lowe"], ["Imran", "Khan"],
      ["Doris", "Pike"], ["Tom", "Ashworth"], ["Maureen", "Flynn"], ["Sanjay", "Patel"],
      ["Winifred", "Nash"], ["Femi", "Adeyemi"], ["Beryl", "Stokes"], ["Liam", "Doyle"],
      ["Enid", "Garrow"], ["Marcus", "Bailey"], ["Olive", "Tanner"], ["Ahmed", "Yusuf"]],
    places: ["Leyton", "Walthamstow", "E17 4QH", "Leytonstone", "Chingford", "E10"],
    languages: "English",
    notes: "Mornings are best, thank you.",
  },
};

/** Ofcom's areas with numbers for drama, 0000 to 0999 of each; London's and mobile ones are the sample's. */
const AREAS = ["0113 496", "0114 496", "0116 496", "0117 496", "0118 496", "0121 496", "0131 496", "0141 496", "0151 496"];

/** How the kinds of help are called in the samples' forms. */
const HELP = {
  shopping: /^(courses|doing (my|the) shopping|shopping)/i,
  pets: /^(animaux|looking after (my|a) pet|pets)/i,
  conversation: /^(conversation|someone to talk|talking with|a chat)/i,
};

/** Hardly ever the same for two people, whoever opened the page, and how often. */
const random = (most) => Math.floor(Math.random() * most);

/** The nth of some. */
const nth = (list, n) => list[n % list.length];

/**
 * Somebody who needs help, or offers it, as answers by field.
 *
 * @param n another name for each number; the even ones are ladies'
 * @param wish { needs } or { offers }: kinds of help; other fields may be given, too
 */
export function invent(language, n, wish) {
  const { names, places, languages, notes } = PEOPLE[language];
  const [first, last] = nth(names, n);
  const plain = (first + "." + last).normalize("NFD").replace(/[^a-z.]/gi, "").toLowerCase();
  const own = wish.needs
    ? { vulnerable: 0, age: "74", notes }
    : { capacity: "2", radius_km: "5", vulnerable: 1 };
  return {
    email: `${plain}.${random(1_000_000)}@example.org`,
    first_name: first,
    last_name: last,
    name: `${first} ${last}`,
    phone: nth(AREAS, random(AREAS.length)) + " 0" + String(random(1000)).padStart(3, "0"),
    address: nth(places, n),
    languages,
    consent: 0,
    ...own,
    ...wish,
  };
}

/** Where nobody of the samples lives, each too far from the others to be helped from there: scenes play there. */
export const APART = ["Croydon", "Romford", "Harrow", "Bromley", "Barnet", "Hounslow", "Bexley", "Sutton", "Enfield",
  "Uxbridge", "Orpington", "Surbiton", "Edgware"];

/**
 * The answers to questions, as the office takes them.
 *
 * @param fieldOf tells a question's field
 * @returns lists of texts by the questions' ids
 */
export function answersTo(questions, fieldOf, person) {
  const answers = {};
  for (const question of questions) {
    const wanted = person[fieldOf(question)];
    const options = question.shape?.options?.map(({ value }) => value).filter(Boolean);
    const said = options ? chosen(options, wanted) : [wanted];
    if (wanted !== undefined && said.length) {
      answers[question.id] = said.map(String);
    }
  }
  return answers;
}

/** The options that somebody ticks: kinds of help, the nth one, or those that are spoken of. */
function chosen(options, wanted) {
  if (Array.isArray(wanted)) {
    return options.filter((option) => wanted.some((kind) => HELP[kind].test(option)));
  }
  if (typeof wanted === "number") {
    return options.slice(wanted, wanted + 1);
  }
  const spoken = options.filter((option) => wanted?.includes(option));
  return spoken.length ? spoken : options.filter((option) => option.startsWith(wanted + " ")).slice(0, 1);
}
