-- Which units were told that a risk was estimated lower.
create index lowered_risks_told on timeline_entries (organisation_id, (facts::jsonb ->> 'Told')) where kind = 'Assessed';
