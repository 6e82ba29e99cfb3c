// The status words of people, in both languages of sheets.

/** Status words of people, in the order of the bar, and how each looks. */
export const STATUSES = [
  ["introduced", "Mis en relation", "Introduced"],
  ["ready", "Brouillon prêt", "Draft ready"],
  ["proposed", "Proposé", "Proposed"],
  ["waiting", "En attente", "Waiting"],
  ["available", "Disponible", "Available"],
  ["full", "Plus de place", "Full"],
  ["done", "Terminé", "Done"],
  ["place", "Lieu à préciser", "Place unclear"],
  ["incomplete", "Incomplet", "Incomplete"],
  ["apart", "Doublon", "Duplicate"],
  ["apart", "En pause", "Paused"],
  ["apart", "Retiré", "Withdrawn"],
  ["apart", "Orienté ailleurs", "Signposted"],
  ["apart", "Exclu", "Barred"],
];

/** How a status looks; empty for one that is unknown. */
export const kindOf = (word) => STATUSES.find(([, ...words]) => words.includes(word))?.[0] ?? "";
