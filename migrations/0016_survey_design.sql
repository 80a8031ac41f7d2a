-- How people were drawn: questions whose answers are the strata and the clusters, and what is known of strata besides the initiative's population margins.
-- Intervals follow them (src/docs/methods.md 2).
alter table survey
    add column strata_question  text,
    add column cluster_question text,
    -- [{"category": "north", "people": 300, "with": "south"}]: people and with may be missing.
    add column strata_sizes     jsonb not null default '[]',
    add constraint survey_design_drawn check (sample_design <> 'opt_in' or (strata_question is null and cluster_question is null));
