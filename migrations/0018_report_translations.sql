-- What a report says in other languages than the one it was written in: {"es": {"title": "…", "lead": "…", "goal.<id>": "…", "need.<name>": "…"}}. The words of needs
-- and groups are the survey's own and not among them.
alter table report add column translations jsonb not null default '{}';
