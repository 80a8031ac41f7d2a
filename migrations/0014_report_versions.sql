-- Why a version of a report was published although its figures are the last one's; printed with it. And what its figures were drawn from: when they may be drawn
-- again is decided by it (src/docs/decisions/0027-safe-counts.md). Neither of the two is shown.

alter table report_version
    add column reason          text not null default '',
    -- The surveys' drawings, as survey_drawing numbers them, and how many responses they held. Null: published before figures were protected this way.
    add column drawing         text,
    add column drawn_responses integer,
    -- Such a version as it is shown since: its words and decisions, with the figures of a later drawing in the place of its own. What was published then stays in
    -- content and is read by no page.
    add column redrawn         jsonb,
    add column redrawn_on      date;
