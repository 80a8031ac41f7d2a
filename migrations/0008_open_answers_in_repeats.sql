-- What people write inside a repeat is as open as what they write outside: coders read it, each instance by itself. Its field is
-- "repeat[2].question" (or "repeat[2].question.other"), counted from 1; brackets stand in no question's name.

drop view open_answer;
drop view open_field;

-- A question inside a repeat has a row without the repeat too: another version may have asked it outside.
create view open_field as
select distinct survey_id, asked.repeat, asked.item ->> 'name' as question, asked.is_other
from survey_version,
     lateral (
         select null as repeat, jsonb_path_query(definition, '$.** ? (@.type == "text" && @.story == true)') as item, false as is_other
         union all
         select null, jsonb_path_query(definition, '$.** ? (@.other == true)'), true
         union all
         select r ->> 'name', jsonb_path_query(r, '$.** ? (@.type == "text" && @.story == true)'), false
         from jsonb_path_query(definition, '$.** ? (@.type == "repeat")') r
         union all
         select r ->> 'name', jsonb_path_query(r, '$.** ? (@.other == true)'), true
         from jsonb_path_query(definition, '$.** ? (@.type == "repeat")') r
     ) asked
where asked.item ->> 'name' is not null;

create view open_answer as
select survey_id, response_id, language, received_on, may_quote, question, prefix || question || case when is_other then '.other' else '' end as field, words
from (
    select r.survey_id, r.response_id, r.language, r.received_on, r.may_quote, f.question, f.is_other, '' as prefix,
           case when f.is_other then r.answers -> f.question ->> 'other'
                when jsonb_typeof(r.answers -> f.question) = 'string' then r.answers ->> f.question
           end as words
    from counted_response r
    join open_field f on f.survey_id = r.survey_id and f.repeat is null
    union all
    select r.survey_id, r.response_id, r.language, r.received_on, r.may_quote, f.question, f.is_other, f.repeat || '[' || e.place || '].',
           case when f.is_other then e.instance -> f.question ->> 'other'
                when jsonb_typeof(e.instance -> f.question) = 'string' then e.instance ->> f.question
           end
    from counted_response r
    join open_field f on f.survey_id = r.survey_id and f.repeat is not null
    cross join lateral jsonb_array_elements(case jsonb_typeof(r.answers -> f.repeat) when 'array' then r.answers -> f.repeat else '[]' end)
        with ordinality as e (instance, place)
) written
where words <> '';
