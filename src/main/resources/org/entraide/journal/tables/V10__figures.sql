-- How far away help is and how much helpers have taken on: only what is known has a row.

CREATE TABLE report_figure (
  campaign TEXT NOT NULL REFERENCES report (campaign) ON DELETE CASCADE,
  name TEXT NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (campaign, name)
);
