using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>An organisation as it stands in its two files.</summary>
internal sealed record OrganisationChart(
    IReadOnlyList<Unit> Units, IReadOnlyList<UnitAncestor> Ancestors, IReadOnlyList<Person> People, IReadOnlyList<Mandate> Mandates);

/// <summary>
/// Reads the units (code, name, layer, kind, parent, manager, deputies) and the people (number, name, job_title, unit, roles). Several values in
/// a field are separated by semicolons. Every wrong line is told at once.
/// </summary>
internal sealed class OrganisationFiles
{
    private const string UnitsFile = "units";
    private const string PeopleFile = "people";

    private static readonly string[] UnitFields = ["code", "name", "layer", "kind", "parent", "manager", "deputies"];
    private static readonly string[] PersonFields = ["number", "name", "job_title", "unit", "roles"];

    private readonly Guid _organisationId;
    private readonly List<FileError> _errors = [];

    private OrganisationFiles(Guid organisationId) => _organisationId = organisationId;

    /// <exception cref="OrganisationFileException">One or more lines are wrong.</exception>
    public static OrganisationChart Read(Guid organisationId, string units, string people) => new OrganisationFiles(organisationId).Read(units, people);

    private OrganisationChart Read(string unitsText, string peopleText)
    {
        var unitRows = Rows(UnitsFile, unitsText, UnitFields);
        var personRows = Rows(PeopleFile, peopleText, PersonFields);
        StopAtErrors();

        var unitRowsByCode = Unique(UnitsFile, unitRows, "code");
        var unitIds = unitRowsByCode.Keys.ToDictionary(code => code, _ => Guid.NewGuid());
        var personRowsByNumber = Unique(PeopleFile, personRows, "number");
        var personIds = personRowsByNumber.Keys.ToDictionary(number => number, _ => Guid.NewGuid());

        var units = unitRowsByCode.Values.Select(row => ReadUnit(row, unitIds)).ToList();
        var people = personRowsByNumber.Values.Select(row => ReadPerson(row, personIds, unitIds)).ToList();
        var mandates = unitRowsByCode.Values.SelectMany(row => ReadMandates(row, unitIds, personIds)).ToList();
        var ancestors = unitRowsByCode.Values.SelectMany(row => ReadAncestors(row, unitRowsByCode, unitIds)).ToList();
        StopAtErrors();

        return new OrganisationChart(units, ancestors, people, mandates);
    }

    private Unit ReadUnit(Row row, Dictionary<string, Guid> unitIds)
    {
        var isKnown = Enum.TryParse<UnitKind>(row["kind"], out var kind) && Enum.IsDefined(kind);
        Expect(isKnown, row, "kind", $"one of {string.Join(", ", Enum.GetNames<UnitKind>())}");
        Expect(row["parent"].Length == 0 || unitIds.ContainsKey(row["parent"]), row, "parent", "the code of a unit in this file, or nothing for the top");
        return new Unit
        {
            OrganisationId = _organisationId,
            Id = unitIds[row["code"]],
            ParentId = unitIds.TryGetValue(row["parent"], out var parent) ? parent : null,
            Code = Text(row, "code", Unit.CodeMaxLength),
            Name = Text(row, "name", Unit.NameMaxLength),
            Layer = Text(row, "layer", Unit.LayerMaxLength),
            Kind = kind,
        };
    }

    private Person ReadPerson(Row row, Dictionary<string, Guid> personIds, Dictionary<string, Guid> unitIds)
    {
        Expect(unitIds.ContainsKey(row["unit"]), row, "unit", "the code of a unit in the file of units");
        var roles = Roles.None;
        foreach (var name in Several(row["roles"]))
        {
            var isKnown = Enum.TryParse<Roles>(name, out var role) && Enum.IsDefined(role);
            Expect(isKnown, row, "roles", $"some of {string.Join(", ", Enum.GetNames<Roles>().Skip(1))}");
            roles |= role;
        }

        return new Person
        {
            OrganisationId = _organisationId,
            Id = personIds[row["number"]],
            Number = Text(row, "number", Person.NumberMaxLength),
            Name = Text(row, "name", Person.NameMaxLength),
            JobTitle = Text(row, "job_title", Person.JobTitleMaxLength),
            HomeUnitId = unitIds.GetValueOrDefault(row["unit"]),
            Roles = roles,
        };
    }

    private IEnumerable<Mandate> ReadMandates(Row row, Dictionary<string, Guid> unitIds, Dictionary<string, Guid> personIds)
    {
        var seen = new HashSet<string>();
        var acting = Several(row["manager"]).Select(number => (number, Field: "manager", Kind: MandateKind.Manager))
            .Concat(Several(row["deputies"]).Select(number => (number, Field: "deputies", Kind: MandateKind.Deputy)));
        Expect(Several(row["manager"]).Length <= 1, row, "manager", "one personnel number, or nothing");
        foreach (var (number, field, kind) in acting)
        {
            Expect(personIds.ContainsKey(number), row, field, "a personnel number in the file of people");
            Expect(seen.Add(number), row, field, "each person once");
            yield return new Mandate
            {
                OrganisationId = _organisationId,
                UnitId = unitIds[row["code"]],
                PersonId = personIds.GetValueOrDefault(number),
                Kind = kind,
            };
        }
    }

    private IEnumerable<UnitAncestor> ReadAncestors(Row row, Dictionary<string, Row> rowsByCode, Dictionary<string, Guid> unitIds)
    {
        var passed = new HashSet<string>();
        for (var above = row; above is not null; above = rowsByCode.GetValueOrDefault(above["parent"]))
        {
            if (!passed.Add(above["code"]))
            {
                Expect(false, row, "parent", "a unit that does not lie below this one itself");
                yield break;
            }

            yield return new UnitAncestor
            {
                OrganisationId = _organisationId,
                AncestorId = unitIds[above["code"]],
                DescendantId = unitIds[row["code"]],
                Distance = passed.Count - 1,
            };
        }
    }

    private List<Row> Rows(string file, string text, string[] fields)
    {
        using var csv = new CsvReader(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim, BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader() || !fields.SequenceEqual(csv.HeaderRecord ?? []))
        {
            _errors.Add(new FileError(file, 1, "header", string.Join(",", fields)));
            return [];
        }

        var rows = new List<Row>();
        while (csv.Read())
        {
            var row = new Row(file, csv.Parser.RawRow, fields.ToDictionary(field => field, field => csv.GetField(field) ?? ""));
            Expect(csv.Parser.Count == fields.Length, row, "line", $"{fields.Length} fields");
            rows.Add(row);
        }

        return rows;
    }

    private Dictionary<string, Row> Unique(string file, List<Row> rows, string field)
    {
        var unique = new Dictionary<string, Row>();
        foreach (var row in rows)
        {
            Expect(unique.TryAdd(row[field], row), row, field, $"a value that no other line of {file} has");
        }

        return unique;
    }

    private string Text(Row row, string field, int maxLength)
    {
        Expect(row[field].Length > 0 && row[field].Length <= maxLength, row, field, $"1 to {maxLength} characters");
        return row[field];
    }

    private static string[] Several(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Expect(bool holds, Row row, string field, string expected)
    {
        if (!holds)
        {
            _errors.Add(new FileError(row.File, row.Line, field, expected));
        }
    }

    private void StopAtErrors()
    {
        if (_errors.Count > 0)
        {
            throw new OrganisationFileException([.. _errors.OrderBy(error => error.File).ThenBy(error => error.Line)]);
        }
    }

    /// <param name="Line">As an editor counts them.</param>
    private sealed record Row(string File, int Line, IReadOnlyDictionary<string, string> Fields)
    {
        public string this[string field] => Fields[field];
    }
}
