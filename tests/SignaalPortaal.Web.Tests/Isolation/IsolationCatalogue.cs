using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Isolation;

/// <summary>What the catalogue of a database says about the separation of organisations: nothing, when it is as it must be.</summary>
public static class IsolationCatalogue
{
    /// <summary>Tables that know no organisations. What is added here is for all of them to read.</summary>
    private static readonly string[] Common = ["organisations", "portal_clock", "data_protection_keys", "__EFMigrationsHistory"];

    /// <summary>Of these the workers see in which organisations there is work, and nothing else.</summary>
    private static readonly string[] SeenByWorkers = ["anchors", "attachments", "destruction_lists", "mails", "messages", "publication_refusals", "publications", "signals"];

    /// <summary>Of these a representative of several organisations sees something through functions; of people and organisations some columns.</summary>
    private static readonly string[] SeenByCircles = ["people", "publication_circles", "publication_codes", "publications"];

    /// <summary>Of these the function that searches sees something, in its own index; of signals some columns.</summary>
    private static readonly string[] SeenBySearch = ["signal_search", "signals"];

    public static async Task<string[]> Findings(TestDatabase database) => await database.Scalar<string[]>($"""
        with tables as (
            select t.oid, t.relname as name, t.relkind, t.relrowsecurity, t.relforcerowsecurity, t.relowner, t.reloptions, a.attnum as organisation, a.attnotnull
            from pg_class t
            left join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id' and not a.attisdropped
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm', 'f')
        ),
        isolated as (
            select * from tables where organisation is not null and relkind in ('r', 'p')
        ),
        policies as (
            select i.name as table_name, p.polname as name, p.polcmd, p.polpermissive, p.polroles,
                pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
            from isolated i
            join pg_policy p on p.polrelid = i.oid
        ),
        functions as (
            select p.oid::regprocedure as name, p.prosecdef, p.proconfig,
                exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) granted where granted.grantee = 0) as is_for_everybody
            from pg_proc p
            where p.pronamespace = 'public'::regnamespace
        )
        select coalesce(array_agg(finding order by finding), array[]::text[])
        from (
            select format('%s has no organisation_id and is not on the list', name) as finding
            from tables where organisation is null and relkind in ('r', 'p') and name <> all('{In(Common)}')
            union all
            select format('%s is a view that shows what its owner sees', name)
            from tables where relkind in ('v', 'm', 'f') and (relkind <> 'v' or 'security_invoker=true' <> all(coalesce(reloptions, array[]::text[])))
            union all
            select format('%s can have rows of no organisation', name) from isolated where not attnotnull
            union all
            select format('%s has no row level security', name) from isolated where not relrowsecurity
            union all
            select format('%s does not force row level security', name) from isolated where not relforcerowsecurity
            union all
            select format('%s has no policy own_organisation', name)
            from isolated where not exists (select from policies p where p.table_name = isolated.name and p.name = 'own_organisation')
            union all
            select format('policy %s of %s does not compare the organisation', name, table_name)
            from policies
            where polroles = array[0::oid]
              and (reads, writes) is distinct from
                  ('(organisation_id = ( SELECT current_organisation() AS current_organisation))', '(organisation_id = ( SELECT current_organisation() AS current_organisation))')
            union all
            select format('policy %s of %s is for others than the workers', name, table_name)
            from policies
            where polroles <> array[0::oid] and polpermissive
              and (polroles <> array['signaalportaal_workers'::regrole::oid] or polcmd <> 'r' or table_name <> all('{In(SeenByWorkers)}'))
              and (polroles <> array['signaalportaal_circles'::regrole::oid] or polcmd <> 'r' or table_name <> all('{In(SeenByCircles)}'))
              and (polroles <> array['signaalportaal_search'::regrole::oid] or polcmd <> 'r' or table_name <> all('{In(SeenBySearch)}'))
            union all
            select format('key %s of %s does not begin with the organisation', i.indexrelid::regclass, isolated.name)
            from isolated
            join pg_index i on i.indrelid = isolated.oid and i.indisunique
            where i.indkey[0] <> isolated.organisation
            union all
            select format('%s has no primary key', name)
            from isolated where not exists (select from pg_index i where i.indrelid = isolated.oid and i.indisprimary)
            union all
            select format('reference %s of %s does not begin with the organisation', c.conname, isolated.name)
            from isolated
            join pg_constraint c on c.conrelid = isolated.oid and c.contype = 'f'
            join tables referred on referred.oid = c.confrelid
            where c.conkey[1] <> isolated.organisation or (referred.name <> 'organisations' and c.confkey[1] is distinct from referred.organisation)
            union all
            select format('role %s may more than it should', rolname)
            from pg_roles
            where rolname in ('signaalportaal_application', 'signaalportaal_workers', 'signaalportaal_circles', 'signaalportaal_search')
              and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)
            union all
            select format('signaalportaal_application can become %s', rolname)
            from pg_roles where rolname <> 'signaalportaal_application' and pg_has_role('signaalportaal_application', oid, 'member')
            union all
            select format('signaalportaal_application can change %s itself', name)
            from tables
            where pg_has_role('signaalportaal_application', relowner, 'member') or has_table_privilege('signaalportaal_application', oid, 'truncate, references, trigger')
            union all
            select format('signaalportaal_workers can see more of %s than where there is work', name)
            from tables
            where has_table_privilege('signaalportaal_workers', oid, 'select, insert, update, delete, truncate, references, trigger')
               or (name <> 'organisations' and name <> all('{In(SeenByWorkers)}') and has_any_column_privilege('signaalportaal_workers', oid, 'select, insert, update, references'))
            union all
            select format('signaalportaal_circles can see more of %s than representatives do', name)
            from tables
            where has_table_privilege('signaalportaal_circles', oid, 'insert, update, delete, truncate, references, trigger')
               or (name in ('people', 'organisations') and (has_table_privilege('signaalportaal_circles', oid, 'select')
                   or (name = 'people' and has_column_privilege('signaalportaal_circles', oid, 'name', 'select'))))
               or (name <> 'organisations' and name <> all('{In(SeenByCircles)}') and has_any_column_privilege('signaalportaal_circles', oid, 'select, insert, update, references'))
            union all
            select format('signaalportaal_search can see more of %s than it searches', name)
            from tables
            where has_table_privilege('signaalportaal_search', oid, 'insert, update, delete, truncate, references, trigger')
               or (name <> 'signal_search' and has_table_privilege('signaalportaal_search', oid, 'select'))
               or (name = 'signals' and has_column_privilege('signaalportaal_search', oid, 'reporter_id', 'select'))
               or (name <> all('{In(SeenBySearch)}') and has_any_column_privilege('signaalportaal_search', oid, 'select, insert, update, references'))
            union all
            select format('signaalportaal_application reads %s itself', name) from tables
            where name = 'signal_search' and has_any_column_privilege('signaalportaal_application', oid, 'select, insert, update, references')
            union all
            select format('%s runs as its owner without a search_path', name)
            from functions
            where prosecdef and not exists (select from unnest(proconfig) setting where setting like 'search_path=%')
            union all
            select format('%s can be called by everybody', name) from functions where is_for_everybody
        ) findings
        """) ?? [];

    private static string In(string[] names) => $"{{{string.Join(',', names)}}}";
}
