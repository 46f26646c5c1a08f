-- Small: with eng/checks/isolation-cost.sh
-- The two statements of the page with the queue of a unit, as EF Core sends them, for pgbench; organisations, units and people of eng/load.
\set organisation random(2, :organisations)
\set unit random(5, :units)
begin;
select set_config('app.organisation', md5('Belastingtest ' || :organisation)::uuid::text, true);

SELECT s2.status AS "Status", s2."IsLate", count(*)::int AS "Count"
FROM (
    SELECT s.status, CASE
        WHEN s.due_on < current_date THEN TRUE
        ELSE FALSE
    END AS "IsLate"
    FROM signals AS s
    WHERE s.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND (s.reporter_id = md5('person ' || :unit)::uuid OR ((s.closed_because <> 'Withdrawn' OR s.closed_because IS NULL) AND EXISTS (
        SELECT 1
        FROM signal_holders AS s0
        WHERE s0.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND s.organisation_id = s0.organisation_id AND s.id = s0.signal_id AND s0.unit_id = ANY (array[md5('unit ' || :unit)::uuid])) AND NOT EXISTS (
        SELECT 1
        FROM signal_conflicts AS s1
        WHERE s1.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND s.organisation_id = s1.organisation_id AND s.id = s1.signal_id AND s1.person_id = md5('person ' || :unit)::uuid))) AND s.held_by_unit_id = md5('unit ' || :unit)::uuid AND (s.reporter_id <> md5('person ' || :unit)::uuid OR s.reporter_id IS NULL)
) AS s2
GROUP BY s2.status, s2."IsLate";

SELECT s3.reference, s4.subject, s3.kind, s3.risk, s3.status, s3.raised_on, s3.due_on, (
    SELECT u.name
    FROM units AS u
    WHERE u.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND u.id = s3.held_by_unit_id
    LIMIT 1), (
    SELECT p.name
    FROM people AS p
    WHERE p.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND p.id = s3.reporter_id
    LIMIT 1)
FROM (
    SELECT s.organisation_id, s.id, s.due_on, s.held_by_unit_id, s.kind, s.raised_on, s.reference, s.reporter_id, s.risk, s.status
    FROM signals AS s
    WHERE s.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND (s.reporter_id = md5('person ' || :unit)::uuid OR ((s.closed_because <> 'Withdrawn' OR s.closed_because IS NULL) AND EXISTS (
        SELECT 1
        FROM signal_holders AS s0
        WHERE s0.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND s.organisation_id = s0.organisation_id AND s.id = s0.signal_id AND s0.unit_id = ANY (array[md5('unit ' || :unit)::uuid])) AND NOT EXISTS (
        SELECT 1
        FROM signal_conflicts AS s1
        WHERE s1.organisation_id = md5('Belastingtest ' || :organisation)::uuid AND s.organisation_id = s1.organisation_id AND s.id = s1.signal_id AND s1.person_id = md5('person ' || :unit)::uuid))) AND s.held_by_unit_id = md5('unit ' || :unit)::uuid AND (s.reporter_id <> md5('person ' || :unit)::uuid OR s.reporter_id IS NULL) AND s.status <> 'Closed' AND (s.due_on, s.reference) > (date '-infinity', '')
    ORDER BY s.due_on, s.reference
    LIMIT 26
) AS s3
LEFT JOIN (
    SELECT s2.organisation_id, s2.signal_id, s2.subject
    FROM signal_contents AS s2
    WHERE s2.organisation_id = md5('Belastingtest ' || :organisation)::uuid
) AS s4 ON s3.organisation_id = s4.organisation_id AND s3.id = s4.signal_id
ORDER BY s3.due_on, s3.reference;

commit;
