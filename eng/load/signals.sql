-- Fills a migrated, otherwise empty database with one large organisation, to look at plans and to measure pages; see README.md.
--
--   psql -d load -f eng/load/signals.sql -v signals=100000 -v units=1000 -v people=15000
--
-- Small: with tests/SignaalPortaal.Fault.Tests/LoadTests.cs
--
-- The same arguments on the same day give the same data. Nothing here goes past a constraint; working days are Monday to Friday,
-- so that a due date may fall on a holiday.

\set ON_ERROR_STOP on
\if :{?signals} \else \set signals 100000 \endif
\if :{?units}   \else \set units     1000 \endif
\if :{?people}  \else \set people   15000 \endif

-- Units are numbered: 1 is the top, 2 the confidential desk, 3 and 4 are help teams; then come the directies, the afdelingen and the teams.
-- People are numbered too: 1 to the number of units manage the unit of the same number, the others work in the teams.
select round(:units ^ (1 / 3.0)) as directies, round(:units ^ (2 / 3.0)) as afdelingen \gset
select 5 + :directies as first_afdeling, 5 + :directies + :afdelingen as first_team, md5('Belastingtest')::uuid as organisation \gset
select :units - :first_team + 1 as teams \gset
select :people >= :units + :teams and :teams >= :afdelingen and :units between 50 and 100000 and :signals between 1 and 2000000 as fits \gset
\if :fits
\else
    \warn 'Wanted: 50 to 100000 units, at least two people for each unit, and 1 to 2000000 signals.'
    \quit
\endif

begin;

-- Every plan is the same then, and with it the order in which random() is asked.
set local max_parallel_workers_per_gather = 0;
set local jit = off;
set local work_mem = '256MB';
set local client_min_messages = warning;

create function pg_temp.unit_id(n bigint) returns uuid immutable language sql return md5('unit ' || n)::uuid;
create function pg_temp.person_id(n bigint) returns uuid immutable language sql return md5('person ' || n)::uuid;
create function pg_temp.signal_id(n bigint) returns uuid immutable language sql return md5('signal ' || n)::uuid;
create function pg_temp.theme(n bigint) returns text immutable language sql return
    (array['Rules', 'Rules', 'Systems', 'Systems', 'Systems', 'Workload', 'Service', 'Safety', 'Cooperation', 'Workplace', 'Other', 'NotGiven'])[1 + mod(abs(hashint8(n)), 12)];

-- Working days are counted from Monday 1 January 2018. A Saturday or Sunday has the number of the Monday after it.
create function pg_temp.working_day(n integer) returns date immutable language sql return date '2018-01-01' + n / 5 * 7 + n % 5;
create function pg_temp.working_days(day date) returns integer immutable language sql
    return (day - date '2018-01-01') / 7 * 5 + least((day - date '2018-01-01') % 7, 5);
select pg_temp.working_days(current_date) as today \gset

-- A whole number from 0 up to but not including the bound.
create function pg_temp.below(bound double precision) returns integer volatile language sql return floor(random() * bound)::integer;
create function pg_temp.one_of(choices text[]) returns text volatile language sql return choices[1 + floor(random() * cardinality(choices))];

-- Mixes 40 bits and loses none, so that no reference occurs twice; written in Crockford's base 32.
create function pg_temp.reference(n bigint) returns text immutable strict language plpgsql as $$
declare
    bits bigint := n;
    reference text := '';
begin
    for turn in 1..3 loop
        bits := (bits * 2654435 + 98765432101) & ((1::bigint << 40) - 1);
        bits := bits # (bits >> 21);
    end loop;
    for place in 0..7 loop
        reference := reference || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((bits >> (5 * place)) & 31)::integer + 1, 1);
    end loop;
    return reference;
end
$$;

\echo 'The organisation'

-- Nobody is reminded: a reminder is something that a node does, and a database to measure is to lie still.
insert into organisations (id, name, address, remind_half_way, remind_working_days_before) values (:'organisation'::uuid, 'Belastingtest', 'belastingtest', false, 0);

create temp table unit_numbers on commit drop as
select n,
    case
        when n = 1 then null
        when n < :first_afdeling then 1
        when n < :first_team then 5 + (n - :first_afdeling) % :directies
        else :first_afdeling + (n - :first_team) % :afdelingen
    end as parent,
    case
        when n = 1 then 'bestuur' when n = 2 then 'vertrouwensloket' when n < 5 then 'hulpteam'
        when n < :first_afdeling then 'directie' when n < :first_team then 'afdeling' else 'team'
    end as layer
from generate_series(1, :units) n;

insert into units (organisation_id, id, parent_id, code, name, layer, kind)
select :'organisation'::uuid, pg_temp.unit_id(n), pg_temp.unit_id(parent), 'BT-' || n,
    case
        when n = 1 then 'Raad van bestuur'
        when n = 2 then 'Vertrouwensloket'
        else initcap(layer) || ' '
            || (array['Toekenning', 'Terugvordering', 'Klantcontact', 'Bezwaar en Beroep', 'Handhaving', 'Schuldhulp', 'Vergunningen', 'Zorgtoeslag',
                      'Huurtoeslag', 'Inkomen', 'Gegevensbeheer', 'Uitvoeringsbeleid', 'Invordering', 'Werkgevers', 'Jeugd en Gezin'])[1 + n % 15]
            || ' ' || n
    end,
    layer,
    case layer when 'vertrouwensloket' then 'ConfidentialDesk' when 'hulpteam' then 'HelpTeam' else 'Line' end
from unit_numbers;

insert into unit_ancestors (organisation_id, ancestor_id, descendant_id, distance)
with recursive paths as (
    select n as ancestor, n as descendant, 0 as distance from unit_numbers
    union all
    select parent, descendant, distance + 1 from paths join unit_numbers on n = ancestor where parent is not null
)
select :'organisation'::uuid, pg_temp.unit_id(ancestor), pg_temp.unit_id(descendant), distance from paths;

do 'begin perform setseed(0.1); end';

insert into people (organisation_id, id, number, name, job_title, home_unit_id, roles)
select :'organisation'::uuid, pg_temp.person_id(n), (100000 + n)::text,
    pg_temp.one_of(array['Noor', 'Daan', 'Samira', 'Joost', 'Marijke', 'Mehmet', 'Fatima', 'Pieter', 'Anouk', 'Rachid', 'Lotte', 'Sven', 'Chantal', 'Ruben',
        'Yasmin', 'Kees', 'Ilse', 'Omar', 'Tessa', 'Willem', 'Priya', 'Bram', 'Esra', 'Gijs', 'Hanneke', 'Jeroen', 'Karin', 'Milan', 'Nadia', 'Olga'])
        || pg_temp.one_of(array[' ', ' ', ' ', ' van ', ' de ', ' van der '])
        || pg_temp.one_of(array['Jansen', 'Vries', 'Bakker', 'Haddad', 'Wal', 'Bruin', 'Yilmaz', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos', 'Vos', 'Peters',
            'Hendriks', 'Dekker', 'Dijkstra', 'Kaya', 'Sharma', 'Kok', 'Berg', 'Linden', 'Veen', 'Kuiper', 'Postma', 'Amrani', 'Willems', 'Hoekstra', 'Koster']),
    case
        when n = 1 then 'Voorzitter raad van bestuur'
        when n > :units then pg_temp.one_of(array['Behandelaar', 'Senior behandelaar', 'Medewerker klantcontact', 'Jurist', 'Controleur', 'Adviseur', 'Planner'])
        when n < 5 then 'Coördinator'
        when n < :first_afdeling then 'Directeur'
        when n < :first_team then 'Afdelingshoofd'
        else 'Teamleider'
    end,
    pg_temp.unit_id(case when n > :units then :first_team + (n - :units - 1) % :teams else n end),
    case when n = 2 then 16 when n > :units and n % 1000 = 0 then 1 when n > :units and n % 1000 = 1 then 4 else 0 end
from generate_series(1, :people) n;

-- Every unit has a manager, one team in four a deputy from the team; a director deputises for the first three afdelingen of the directie.
insert into mandates (organisation_id, unit_id, person_id, kind)
select :'organisation'::uuid, pg_temp.unit_id(n), pg_temp.person_id(n), 'Manager' from unit_numbers
union all
select :'organisation'::uuid, pg_temp.unit_id(n), pg_temp.person_id(:units + 1 + n - :first_team), 'Deputy' from unit_numbers where layer = 'team' and n % 4 = 0
union all
select :'organisation'::uuid, pg_temp.unit_id(n), pg_temp.person_id(parent), 'Deputy' from unit_numbers
where layer = 'afdeling' and n < :first_afdeling + 3 * :directies;

\echo 'What people write'

do 'begin perform setseed(0.2); end';

create temp table nouns on commit drop as
select row_number() over () as n, former || latter as noun
from unnest(array['aanvraag', 'toeslag', 'inkomens', 'zaak', 'dossier', 'huur', 'zorg', 'jeugd', 'uitkerings', 'belasting', 'vergunning', 'controle', 'adres',
        'bezwaar', 'betaal', 'subsidie', 'meld', 'identiteits', 'planning', 'rooster', 'scholings', 'privacy', 'partner', 'vermogens', 'schuld', 'loon',
        'herzienings', 'terugvorderings', 'intake', 'archief']) former,
    unnest(array['formulier', 'systeem', 'procedure', 'regeling', 'termijn', 'brief', 'besluit', 'registratie', 'module', 'overzicht', 'gesprek', 'norm',
        'voorraad', 'koppeling', 'lijst', 'scherm', 'toets', 'code', 'bericht', 'beleid', 'grens', 'peildatum', 'berekening', 'steekproef', 'werkinstructie']) latter;
select count(*) as nouns from nouns \gset

create temp table sentences on commit drop as
with chosen as (
    select n,
        (select array_agg(noun order by nouns.n) from nouns where nouns.n in (a, b, c)) as noun,
        pg_temp.one_of(array['loopt vast', 'sluit niet aan', 'klopt al weken niet', 'wordt te laat bijgewerkt', 'vraagt om gegevens die wij al hebben', 'valt elke ochtend uit',
            'is voor mensen niet te begrijpen', 'wijkt af van de uitspraak van de rechter', 'is vorige maand ongemerkt veranderd', 'kost ons het dubbele van de tijd']) as goes,
        pg_temp.one_of(array['sinds de zomer', 'elke maandag', 'bij ongeveer een op de tien zaken', 'vooral aan het einde van de maand', 'zodra er twee adressen zijn',
            'na elke nieuwe versie', 'bij zelfstandigen', 'als de partner in het buitenland werkt', 'bij mensen zonder vaste woonplaats', 'in het weekend']) as moment,
        pg_temp.one_of(array['waardoor gezinnen weken op hun geld wachten', 'zodat wij met de hand moeten narekenen', 'en niemand weet wie dat mag herstellen',
            'en dan krijgt de burger twee brieven die elkaar tegenspreken', 'waardoor wij bedragen terugvragen die kloppen', 'zodat de termijn verstrijkt zonder dat iemand het ziet',
            'en de collega''s aan de telefoon kunnen het niet uitleggen', 'waarna de aanvraag opnieuw onderaan de stapel komt']) as effect,
        20 + pg_temp.below(480) as amount
    from (select n, 1 + pg_temp.below(:nouns) as a, 1 + pg_temp.below(:nouns) as b, 1 + pg_temp.below(:nouns) as c from generate_series(1, 6000) n) drawn
)
select n as number,
    case n % 5
        when 0 then 'De stap van ' || noun[1] || ' naar ' || noun[cardinality(noun)] || ' ' || goes || ' ' || moment || ', ' || effect || '.'
        when 1 then 'Wat in de werkinstructie over ' || noun[1] || ' staat ' || goes || ', ' || effect || '.'
        when 2 then 'In ' || amount || ' zaken hebben wij ' || moment || ' gezien dat ' || noun[1] || ' of ' || noun[cardinality(noun)] || ' ontbreekt, ' || effect || '.'
        when 3 then 'Voor ' || noun[1] || ' staan ' || amount || ' minuten, maar wat er over ' || noun[cardinality(noun)] || ' moet worden nagezocht ' || goes || '.'
        else 'Als wij ' || noun[1] || ' zouden samenvoegen met ' || noun[cardinality(noun)] || ' scheelt dat ' || moment || ' zeker ' || amount || ' telefoontjes.'
    end as text,
    left(initcap(noun[1]) || ' ' || goes || ' ' || moment, 120) as subject
from chosen;

create unique index on sentences (number);

\echo 'The course of each signal'

do 'begin perform setseed(0.3); end';

create temp table courses on commit drop as
with drawn as (
    -- Some people raise far more than others.
    select n, :units + 1 + floor(random() ^ 1.5 * (:people - :units))::integer as reporter,
        pg_temp.one_of(array['Bottleneck', 'Bottleneck', 'Bottleneck', 'Bottleneck', 'Unworkable', 'Unworkable', 'Risk', 'Risk', 'Mistake', 'Mistake',
            'RegulatoryBurden', 'RegulatoryBurden', 'Idea', 'Idea', 'Question', 'Question', 'GoesWell']) as line_kind,
        random() as kind_chance, random() as risk_chance, random() as open_chance, random() as status_chance, random() as escalation_chance,
        random() as cause_chance, random() as conflict_chance, random() as reroute_chance, random() as extra_chance, random() as outcome_chance,
        random() < 0.1 as is_late
    from generate_series(1::bigint, :signals) n
),
kinds as (
    select *,
        case when kind_chance < 0.005 then 'Wrongdoing' when kind_chance < 0.02 then 'UndesirableBehaviour' when kind_chance < 0.04 then 'Aggression' else line_kind end as kind,
        kind_chance < 0.04 as at_desk,
        case when risk_chance < 0.02 then 'StopNow' when risk_chance < 0.15 then 'High' when risk_chance < 0.45 then 'Medium' else 'Low' end as risk
    from drawn
),
states as (
    select *,
        case
            when open_chance > 0.4 then 'Closed'
            when status_chance < 0.30 then 'New'
            when status_chance < 0.68 then 'InProgress'
            when status_chance < 0.76 then 'AwaitingReply'
            when status_chance < 0.96 then 'Answered'
            else 'AwaitingClarification'
        end as status,
        case
            when open_chance <= 0.4 then null
            when status_chance < 0.08 then 'Withdrawn'
            when at_desk and status_chance < 0.35 then 'Disagreed'
            else 'Understood'
        end as closed_because,
        case when at_desk then 0 when escalation_chance < 0.03 then 2 when escalation_chance < 0.15 then 1 else 0 end as escalations,
        case when cause_chance < 0.6 then 'ByManager' when cause_chance < 0.8 or escalation_chance < 0.03 then 'BySilence' else 'ByReporter' end as cause,
        not at_desk and conflict_chance < 0.01 as is_conflict,
        not at_desk and reroute_chance < 0.02 and escalation_chance >= 0.15 as is_rerouted,
        case outcome_chance < 0.35 when true then case when outcome_chance < 0.2 then 'Adopted' else 'PartlyAdopted' end
            else case when outcome_chance < 0.75 then 'NotAdopted' when outcome_chance < 0.88 then 'AlreadyArranged' else 'OutsideOurPower' end
        end as outcome,
        -- At most one of these, so that no timeline has more than ten entries.
        case
            when escalation_chance < 0.15 or extra_chance > 0.7 then null
            when extra_chance < 0.3 then 'Assessed' when extra_chance < 0.45 then 'Asked' when extra_chance < 0.55 then 'FactsAdded'
            when extra_chance < 0.6 then 'Postponed' else 'Clarified'
        end as extra
    from kinds
),
clocks as (
    select *,
        least(
            case kind when 'Question' then 5 when 'GoesWell' then 5 when 'Aggression' then 1 when 'Wrongdoing' then 5 else 3 end,
            case risk when 'StopNow' then 0 when 'High' then 1 end) as acknowledge_days,
        least(
            case kind when 'Question' then 10 when 'GoesWell' then 10 when 'Idea' then 10 when 'Aggression' then 3 when 'UndesirableBehaviour' then 22
                when 'Wrongdoing' then 70 else 20 end,
            case risk when 'StopNow' then 1 when 'High' then 5 end) as answer_days,
        :first_team + (reporter - :units - 1) % :teams as home
    from states
)
select n, reporter, home, kind, risk, status, closed_because, escalations, cause, is_conflict, outcome, extra, acknowledge_days, answer_days,
    is_late and status <> 'Closed' as is_late,
    array['Submitted']
        || case when is_rerouted then array['Rerouted'] else '{}' end
        || case
            when escalations = 0 then '{}'
            when cause = 'ByManager' then array['Acknowledged', 'Escalated']
            when cause = 'BySilence' then array['Escalated']
            else array['Acknowledged', 'Answered', 'Disagreed', 'Escalated']
        end
        || case when escalations < 2 then '{}' when cause = 'ByManager' then array['Acknowledged', 'Escalated'] else array['Escalated'] end
        || case when status = 'New' or closed_because = 'Withdrawn' and extra is null then '{}' else array['Acknowledged'] end
        || case
            when status in ('New', 'AwaitingReply') or closed_because = 'Withdrawn' then '{}'
            when extra in ('Assessed', 'FactsAdded', 'Postponed') then array[extra]
            when extra = 'Asked' then array['Asked', 'Replied']
            else '{}'
        end
        || case when status = 'AwaitingReply' then array['Asked'] else '{}' end
        || case
            when status in ('New', 'InProgress', 'AwaitingReply') or closed_because = 'Withdrawn' then '{}'
            when outcome not in ('Adopted', 'PartlyAdopted') then array['Answered']
            when extra is null and escalations = 0 and extra_chance > 0.85 then array['Answered', 'Promised', 'Promised']
            else array['Answered', 'Promised']
        end
        || case
            when status = 'AwaitingClarification' then array['NotUnderstood']
            when closed_because = 'Withdrawn' then array['Withdrawn']
            when closed_because = 'Disagreed' then array['Disagreed']
            when closed_because = 'Understood' and extra = 'Clarified' then array['NotUnderstood', 'Clarified', 'Understood']
            when closed_because = 'Understood' then array['Understood']
            else '{}'
        end
        || case
            when closed_because = 'Understood' and escalations = 0 and outcome in ('Adopted', 'PartlyAdopted') and status_chance < 0.9 then array['PromiseReported', 'PromiseJudged']
            else '{}'
        end as steps,
    -- The unit that holds it first, by number, and the help team to which it is rerouted.
    case when at_desk then 2 when is_conflict then :first_afdeling + (home - :first_team) % :afdelingen else home end as start,
    case when is_rerouted then 3 + n % 2 end as help_team
from clocks;

-- One row for each entry on a timeline; the days are numbers of working days.
create temp table steps on commit drop as
with listed as (
    select n, seq::integer, step, steps[seq - 1] as previous, status, escalations, acknowledge_days, answer_days,
        count(*) filter (where step in ('Escalated', 'Rerouted')) over upwards as leg,
        count(*) filter (where step = 'Escalated') over upwards as climbed,
        seq = cardinality(steps) as is_last,
        case
            when seq = 1 or step = 'Promised' then 0
            when step = 'Escalated' and cause = 'BySilence' then acknowledge_days + 1 + pg_temp.below(3)
            when status = 'InProgress' then case when answer_days < 20 then 0 else pg_temp.below(2) end
            when step = 'Acknowledged' then pg_temp.below(least(acknowledge_days, 3) + 1)
            else pg_temp.below(4)
        end as gap
    from courses, unnest(steps) with ordinality as listed(step, seq)
    window upwards as (partition by n order by seq)
)
select *, sum(gap) over (partition by n order by seq desc rows between unbounded preceding and current row) - gap as before_the_end
from listed;

-- Counted back from the due date of what is open now.
create temp table days on commit drop as
with drawn as (select n, status, is_late, acknowledge_days, answer_days, pg_temp.below(20) as few, random() as part from courses order by n)
select n,
    case status
        when 'New' then case when is_late then :today - 1 - few else :today + floor(part * (acknowledge_days + 1))::integer end - acknowledge_days
        when 'InProgress' then case when is_late then :today - 1 - few else :today end - floor(part * answer_days / 4)::integer
        when 'AwaitingReply' then case when is_late then :today - 11 - few else :today - few / 2 end
        when 'Answered' then case when is_late then :today - 21 - few else :today - few end
        when 'AwaitingClarification' then case when is_late then :today - 6 - few else :today - few / 4 end
        else :today - 1 - floor(part * 500)::integer
    end as last_day,
    case status
        when 'InProgress' then case when is_late then :today - 1 - few else :today + floor(part * answer_days / 3)::integer end
    end as promised_day
from drawn;

create temp table entries on commit drop as
with placed as (
    select steps.n, seq, step, previous, leg, climbed, is_last, (last_day - before_the_end)::integer as day, promised_day,
        -- The unit after the step: the start, the help team, or one or two layers above the start.
        case
            when leg = 0 then start
            when help_team is not null then help_team
            when climbed = 1 then first_above.parent
            else second_above.parent
        end as unit,
        case when help_team is not null or climbed = 1 then start else first_above.parent end as unit_before
    from steps
    join days using (n)
    join courses using (n)
    left join unit_numbers first_above on first_above.n = start
    left join unit_numbers second_above on second_above.n = first_above.parent
)
select *,
    first_value(day) over (partition by n, leg order by seq) as arrived,
    max(leg) over (partition by n) as last_leg,
    max(day) filter (where step = 'Asked') over (partition by n) as asked,
    max(day) filter (where step = 'Replied') over (partition by n) as replied,
    row_number() over (partition by n, step order by seq) as occurrence,
    lag(day) over (partition by n order by seq) as day_before
from placed;

create index on entries (n, seq);
analyze courses, entries, sentences;

\echo 'Signals'

insert into signals
    (organisation_id, id, reference, reporter_id, kind, theme, risk, raised_on, status, closed_because, held_by_unit_id, due_on, answer_by, look_again_on, version,
     term_started_on, update_by, next_step_on)
select :'organisation'::uuid, pg_temp.signal_id(n), pg_temp.reference(n), pg_temp.person_id(reporter), kind, pg_temp.theme(n), risk,
    least(pg_temp.working_day(opening.day), current_date), status, closed_because, pg_temp.unit_id(final.unit),
    case status
        when 'New' then pg_temp.working_day(final.day + acknowledge_days)
        when 'InProgress' then pg_temp.working_day(final.promised_day)
        when 'AwaitingReply' then pg_temp.working_day(final.day + 10)
        when 'Answered' then pg_temp.working_day(final.day + 20)
        when 'AwaitingClarification' then pg_temp.working_day(final.day + 5)
    end,
    pg_temp.working_day(greatest(final.arrived + answer_days + coalesce(final.replied - final.asked, 0), final.promised_day)),
    case when outcome = 'NotAdopted' and status in ('Answered', 'Closed') and closed_because is distinct from 'Withdrawn' and n % 10 = 0 then current_date + 30 + (n % 180)::integer end,
    md5('version ' || n)::uuid,
    least(pg_temp.working_day(final.arrived), current_date),
    case status when 'InProgress' then pg_temp.working_day(greatest(final.promised_day, :today) + 20) end,

    -- Filled in below, when all days are there.
    current_date
from courses
join entries opening using (n)
join entries final using (n)
where opening.seq = 1 and final.is_last;

-- Most are short; the longest have ten sentences.
do 'begin perform setseed(0.4); end';
create temp table chosen on commit drop as
select n, place, 1 + pg_temp.below(6000) as sentence
from (select n, 1 + pg_temp.below(1 + random() * 9) as length from courses order by n) drawn, generate_series(1, length) place;

insert into signal_contents (organisation_id, signal_id, subject, words, rule, since, frequency, affected, on_paper, in_practice, workaround, salt)
select :'organisation'::uuid, pg_temp.signal_id(n), heading.subject, written.words,
    case when n % 5 < 2 then 'Artikel ' || 1 + n % 60 || ', ' || split_part(heading.subject, ' ', 1) end,
    case when n % 5 < 2 then 'sinds ' || (array['januari', 'de zomer', 'de nieuwe versie', 'vorig jaar'])[1 + n % 4] end,
    case when n % 5 < 2 then 1 + n % 40 || ' keer per week' end,
    case when n % 5 = 0 then 10 * (1 + n % 90) || ' huishoudens' end,
    case when n % 4 = 0 then written.first end,
    case when n % 4 = 0 then written.last end,
    case when n % 8 = 0 then written.first end,
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
from courses
join (
    select n, string_agg(text, case when place % 4 = 0 then E'\n\n' else ' ' end order by place) as words, min(text) as first, max(text) as last
    from chosen join sentences on number = sentence
    group by n
) written using (n)
join sentences heading on number = 1 + (n * 7919) % 6000;

insert into signal_holders (organisation_id, signal_id, unit_id, since)
select :'organisation'::uuid, pg_temp.signal_id(n), pg_temp.unit_id(unit), least(pg_temp.working_day(day), current_date)
from entries where step in ('Submitted', 'Escalated', 'Rerouted');

insert into signal_conflicts (organisation_id, signal_id, person_id)
select :'organisation'::uuid, pg_temp.signal_id(n), pg_temp.person_id(home) from courses where is_conflict;

-- A promise is due one to sixty working days after the answer.
insert into promises (organisation_id, signal_id, id, owner_unit_id, "by", status, times_moved, times_refused, is_told_late)
select :'organisation'::uuid, pg_temp.signal_id(n), md5('promise ' || n || ' ' || occurrence)::uuid, pg_temp.unit_id(unit), pg_temp.working_day(day + 1 + (n % 60)::integer),
    case when occurrence > 1 or steps[cardinality(steps)] <> 'PromiseJudged' then 'Open' when n % 4 = 0 then 'PartlyKept' else 'Kept' end, 0, 0,
    pg_temp.working_day(day + 1 + (n % 60)::integer) < current_date
from entries join courses using (n) where step = 'Promised';

-- When a node has something to do with it: most of them later. What is late goes up as soon as a node runs.
update signals s
set next_step_on = least(look_again_on, due_on + 1, update_by + 1, (
    select min(p."by") + 1 from promises p where p.organisation_id = s.organisation_id and p.signal_id = s.id and p.status = 'Open' and not p.is_told_late));

\echo 'Timelines'

create temp table told on commit drop as
select n, seq,
    case
        when step in ('NotUnderstood', 'Disagreed', 'Understood') then 'VerdictGiven'
        else step
    end as kind,
    (least(pg_temp.working_day(day), current_date) + time '08:10' + seq * interval '31 minutes') at time zone 'Europe/Amsterdam' as at,
    case when is_portal then null when is_reporter then reporter when is_deputy then :units + 1 + actor_unit - :first_team else actor_unit end as actor,
    case when is_portal then 'Portal' when is_reporter then 'Reporter' when is_deputy then 'Deputy' else 'Manager' end as acted_as,
    case when not is_reporter and not is_portal then actor_unit end as acted_for,
    jsonb_strip_nulls(case step
        when 'Submitted' then jsonb_build_object(
            'Unit', pg_temp.unit_id(unit), 'AcknowledgeBy', pg_temp.working_day(day + acknowledge_days), 'AnswerBy', pg_temp.working_day(day + answer_days),
            'Kind', kind, 'Risk', risk, 'Theme', pg_temp.theme(n))
        when 'Acknowledged' then jsonb_build_object(
            'ExpectedOn', pg_temp.working_day(coalesce(case when leg = last_leg then promised_day - coalesce(replied - asked, 0) end, greatest(arrived + answer_days, day))))
        when 'Asked' then jsonb_build_object(
            'ReplyBy', pg_temp.working_day(day + 10), 'StoppedOn', pg_temp.working_day(coalesce(promised_day - (replied - asked), arrived + answer_days)))
        when 'Replied' then jsonb_build_object('DueOn', pg_temp.working_day(coalesce(promised_day, arrived + answer_days + replied - asked)))
        when 'Assessed' then jsonb_build_object('Risk', assessed, 'Lowers', lowers)
        when 'Escalated' then jsonb_build_object(
            'Cause', cause, 'From', pg_temp.unit_id(unit_before), 'To', pg_temp.unit_id(unit),
            'AcknowledgeBy', pg_temp.working_day(day + acknowledge_days), 'AnswerBy', pg_temp.working_day(day + answer_days),
            'MissedOn', case when cause = 'BySilence' then pg_temp.working_day(day - 1) end,
            'Since', case when cause = 'BySilence' then pg_temp.working_day(day_before) end)
        when 'Rerouted' then jsonb_build_object(
            'From', pg_temp.unit_id(start), 'To', pg_temp.unit_id(unit),
            'AcknowledgeBy', pg_temp.working_day(day + acknowledge_days), 'AnswerBy', pg_temp.working_day(day + answer_days))
        when 'Postponed' then jsonb_build_object(
            'From', pg_temp.working_day(coalesce(promised_day, arrived + answer_days) - 1), 'To', pg_temp.working_day(coalesce(promised_day, arrived + answer_days)))
        when 'Answered' then jsonb_build_object(
            'Outcome', decision, 'VerdictBy', pg_temp.working_day(day + 20),
            'Reason', case when decision = 'NotAdopted' then (array['Money', 'Capacity', 'Legal', 'LawFirst', 'PoliticalChoice', 'ItCannot', 'Privacy', 'EqualTreatment',
                'BelongsElsewhere', 'CannotBeEstablished', 'RiskEstimatedLower', 'WeSeeItDifferently'])[1 + n % 12] end,
            'LookAgainOn', case when decision = 'NotAdopted' and leg = last_leg and n % 10 = 0 then current_date + 30 + (n % 180)::integer end)
        when 'Promised' then jsonb_build_object('Promise', promise, 'By', pg_temp.working_day(day + 1 + (n % 60)::integer))
        when 'NotUnderstood' then jsonb_build_object('Verdict', step, 'Closes', false, 'ClarifyBy', pg_temp.working_day(day + 5))
        when 'Disagreed' then jsonb_build_object('Verdict', 'Disagree', 'Closes', is_last)
        when 'Understood' then jsonb_build_object('Verdict', step, 'Closes', true)
        when 'Clarified' then jsonb_build_object('VerdictBy', pg_temp.working_day(day + 20))
        when 'PromiseReported' then jsonb_build_object('Promise', promise)
        when 'Withdrawn' then jsonb_build_object('Was', case when previous in ('Submitted', 'Rerouted', 'Escalated') then 'New' else 'InProgress' end)
        when 'PromiseJudged' then jsonb_build_object('Promise', promise, 'Judgement', case when n % 4 = 0 then 'PartlyKept' else 'Kept' end)
        else '{}'
    end)::text as facts,
    case step
        when 'Acknowledged' then json_build_object('Line', one)
        when 'Asked' then json_build_object('Question', one)
        when 'Replied' then json_build_object('Reply', one)
        when 'FactsAdded' then json_build_object('Facts', one || ' ' || two)
        when 'Assessed' then json_strip_nulls(json_build_object('Reading', one || ' ' || two, 'Reason', case when lowers then two end))
        when 'Escalated' then case when cause = 'ByManager' then json_build_object('Reason', one, 'Advice', two) end
        when 'Rerouted' then json_build_object('Reason', one)
        when 'Postponed' then json_build_object('Reason', one)
        when 'Answered' then json_strip_nulls(json_build_object(
            'Explanation', one || ' ' || two,
            'Fact', case when decision = 'NotAdopted' then one end, 'WhatWouldChange', case when decision = 'NotAdopted' then two end,
            'Where', case when decision = 'AlreadyArranged' then two end, 'PassedOnTo', case when decision = 'OutsideOurPower' then 'Het ministerie, directie Wetgeving' end))
        when 'Promised' then json_build_object('What', one, 'Who', 'De teamleider')
        when 'NotUnderstood' then json_build_object('Text', one)
        when 'Disagreed' then json_build_object('Text', one || ' ' || two)
        when 'Clarified' then json_build_object('Explanation', one || ' ' || two)
        when 'Withdrawn' then json_build_object('Reason', one)
        when 'PromiseReported' then json_build_object('HowToSee', one)
        when 'PromiseJudged' then case when n % 4 = 0 then json_build_object('Text', one) end
    end::text as words,
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt
from (
    select entries.*, courses.kind, courses.risk, reporter, cause, start, acknowledge_days, answer_days, one.text as one, two.text as two,
        md5('promise ' || n || ' ' || occurrence)::uuid as promise,
        -- What a reporter disagreed with was not adopted.
        case when leg < last_leg then 'NotAdopted' else outcome end as decision,
        case when n % 3 > 0 then (array['Low', 'Medium', 'High', 'StopNow'])[1 + n % 4] end as assessed,
        n % 3 > 0 and 1 + n % 4 < array_position(array['Low', 'Medium', 'High', 'StopNow'], risk) as lowers,
        step in ('Submitted', 'Replied', 'FactsAdded', 'NotUnderstood', 'Disagreed', 'Understood', 'Withdrawn', 'PromiseJudged')
            or step = 'Escalated' and cause = 'ByReporter' as is_reporter,
        step = 'Escalated' and cause = 'BySilence' as is_portal,
        actor_unit,
        actor_unit >= :first_team and actor_unit % 4 = 0 and n % 3 = 0 and reporter <> :units + 1 + actor_unit - :first_team as is_deputy
    from entries
    join courses using (n)
    join sentences one on one.number = 1 + (n * 31 + seq * 577) % 6000
    join sentences two on two.number = 1 + (n * 37 + seq * 719) % 6000
    cross join lateral (select case when step in ('Escalated', 'Rerouted') then unit_before else unit end as actor_unit) acting
) entry;

-- Only how the last event left it is compared: that of all others is the same here.
create temp table states on commit drop as
select id, signal_state(organisation_id, id) as state from signals where organisation_id = :'organisation'::uuid;

insert into timeline_entries
    (organisation_id, signal_id, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment, previous_hash, hash, state)
select :'organisation'::uuid, signal_id, seq, at, actor_id, acted_as, unit_id, kind, facts, commitment,
    coalesce(lag(hash) over (partition by signal_id order by seq), genesis_hash(:'organisation'::uuid, signal_id)), hash, state
from (
    select *, event_chain(:'organisation'::uuid, signal_id, seq, kind, at, actor_id, acted_as, unit_id, facts, commitment, state)
        over (partition by signal_id order by seq) as hash
    from (
        select n, signal_id, seq, at, pg_temp.person_id(actor) as actor_id, acted_as, pg_temp.unit_id(acted_for) as unit_id, kind, facts,
            case
                when seq = 1 then content_commitment(c.salt, subject, c.words, rule, since, frequency, affected, on_paper, in_practice, workaround)
                when told.words is not null then words_commitment(told.salt, told.words)
            end as commitment,
            states.state
        from told
        join signal_contents c on c.organisation_id = :'organisation'::uuid and c.signal_id = pg_temp.signal_id(n)
        join states on states.id = c.signal_id
    ) committed
) chained
order by at, n, seq;

insert into timeline_words (organisation_id, signal_id, seq, text, salt)
select :'organisation'::uuid, pg_temp.signal_id(n), seq, words, salt from told where words is not null order by at, n, seq;

-- Who acted has read it, and the manager of each unit that held it has read about half of what came in.
insert into readings (organisation_id, signal_id, person_id, on_day)
select distinct :'organisation'::uuid, pg_temp.signal_id(n), pg_temp.person_id(actor), (at at time zone 'Europe/Amsterdam')::date
from told where acted_as in ('Manager', 'Deputy')
union
select :'organisation'::uuid, pg_temp.signal_id(n), pg_temp.person_id(unit), least(pg_temp.working_day(day), current_date)
from entries where step in ('Submitted', 'Escalated', 'Rerouted') and n % 2 = 0;

commit;

\echo 'Statistics'
vacuum (analyze) organisations, units, unit_ancestors, people, mandates, signals, signal_contents, signal_holders, signal_conflicts, promises,
    timeline_entries, timeline_words, readings;
