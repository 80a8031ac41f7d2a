-- A reply to a hearing check, or about goals, has a code like an answer's: whoever holds it takes the reply back. Its words go at once; what it counted as goes from
-- the figures with their next drawing, and from the row with it (then the verdict is null).
alter table hearing_reply
    add column receipt_hash  bytea constraint hearing_reply_receipt_key unique,
    add column withdrawn_on  date,
    -- It had words when it was taken back, and still counts as a correction in the figures that were drawn before.
    add column was_corrected boolean not null default false,
    alter column verdict drop not null,
    drop constraint hearing_reply_changed,
    add constraint hearing_reply_changed check (changed_in is null or withdrawn_on is not null
        or (decision = 'accepted' and verdict <> 'yes' and changed_in > summary_version)),
    add constraint hearing_reply_verdict check (verdict is not null or withdrawn_on is not null);

alter table goal_reply
    add column receipt_hash bytea,
    add column withdrawn_on date,
    alter column verdict drop not null,
    add constraint goal_reply_verdict check (verdict is not null or withdrawn_on is not null);
create index goal_reply_receipt on goal_reply (receipt_hash);

-- The question that a quote answers, in its languages, so that the report says what people were asked. Null in versions published before.
alter table report_quote add column question jsonb;
