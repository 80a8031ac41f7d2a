-- What people who answer read of an initiative, in other languages than the one it was written in: {"es": {"title": "…", "purpose": "…", "urgentReferral": "…"}}.
alter table initiative add column translations jsonb not null default '{}';
