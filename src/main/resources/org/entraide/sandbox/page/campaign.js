// Which campaign the page shows: the one of its language.

import { get } from "./api.js";

const LANGUAGES = ["fr", "en"];

/** The language that was chosen here, else the browser's, else French. */
function wanted() {
  const chosen = new URLSearchParams(location.search).get("language");
  return [chosen, ...navigator.languages.map((tag) => tag.slice(0, 2))]
    .find((language) => LANGUAGES.includes(language)) ?? LANGUAGES[0];
}

/**
 * Asks which campaigns there are.
 *
 * @returns the one to show: { name, language, title, spreadsheet, form, mailbox, delegate }, and in
 *     `others` the languages that it is not in but another one is
 */
export async function openCampaign() {
  const { campaigns } = await get("/office/campaigns");
  const campaign = campaigns.find(({ language }) => language === wanted()) ?? campaigns[0];
  const others = campaigns.map(({ language }) => language).filter((language) => language !== campaign.language);
  return { ...campaign, others };
}

/** Shows the campaign of another language: everything begins anew. */
export const turnTo = (language) => (location.search = "?language=" + language);
