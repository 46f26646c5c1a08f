using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>
/// Reads the units (code, name, layer, kind, parent, manager, deputies) and the people (number, name, job_title, unit, roles, mail). Several values
/// in a field are separated by semicolons. Who and what was there before is recognised by number and by code. Every wrong line is told at once.
/// </summary>
internal sealed class OrganisationFiles
{
    private const string UnitsFile = "units";
    private const string PeopleFile = "people";

    private static readonly string[] UnitFields = ["code", "name", "layer", "kind", "parent", "manager", "deputies"];
    private static readonly string[] PersonFields = ["number", "name", "job_title", "unit", "roles", "mail"];

    private readonly PresentOrganisation _present;
    private readonly List<FileError> _errors = [];

    private OrganisationFiles(PresentOrganisation present) => _present = present;

    /// <exception cref="OrganisationFileException">One or more lines are wrong.</exception>
    public static OrganisationChart Read(PresentOrganisation present, string units, string people) => new OrganisationFiles(present).Read(units, people);

    private OrganisationChart Read(string unitsText, string peopleText)
    {
        var unitRows = Rows(UnitsFile, unitsText, UnitFields);
        var personRows = Rows(PeopleFile, peopleText, PersonFields);
        StopAtErrors();

        var unitRowsByCode = Unique(UnitsFile, unitRows, "code");
        var unitsNow = _present.Units.ToDictionary(unit => unit.Code);
        var unitIds = unitRowsByCode.Keys.ToDictionary(code => code, code => unitsNow.GetValueOrDefault(code)?.Id ?? Guid.NewGuid());
        var personRowsByNumber = Unique(PeopleFile, personRows, "number");
        var peopleNow = _present.People.ToDictionary(person => person.Number, person => person.Id);
        var personIds = personRowsByNumber.Keys.ToDictionary(number => number, number => peopleNow.TryGetValue(number, out var id) ? id : Guid.NewGuid());

        if (unitRows.Count == 0)
        {
            _errors.Add(new FileError(UnitsFile, 0, "lines", "at least one unit"));
        }

        var units = unitRowsByCode.Values.Select(row => ReadUnit(row, unitIds, unitsNow.GetValueOrDefault(row["code"]))).ToList();
        var people = personRowsByNumber.Values.Select(row => ReadPerson(row, personIds, unitIds)).ToList();
        var mandates = unitRowsByCode.Values.SelectMany(row => ReadMandates(row, unitIds, personIds)).ToList();
        var outside = units.Where(unit => unit.Kind.IsOutsideTheLine).Select(unit => unit.Code).ToHashSet();
        foreach (var row in unitRowsByCode.Values)
        {
            Expect(!outside.Contains(row["parent"]), row, "parent", "a unit of the line or a help team: nothing lies below a desk or oversight");
            Expect(!LiesBelowItself(row, unitRowsByCode), row, "parent", "a unit that does not lie below this one itself");
        }

        StopAtErrors();

        return new OrganisationChart(units, people, mandates);
    }

    private Unit ReadUnit(Row row, Dictionary<string, Guid> unitIds, Unit? now)
    {
        var isKnown = Enum.TryParse<UnitKind>(row["kind"], out var kind) && Enum.IsDefined(kind);
        Expect(isKnown, row, "kind", $"one of {string.Join(", ", Enum.GetNames<UnitKind>())}");
        Expect(!isKnown || now is null || now.Kind == kind || !_present.HoldingUnits.Contains(now.Id), row, "kind", $"{now?.Kind}, because this unit holds signals");
        Expect(row["parent"].Length == 0 || unitIds.ContainsKey(row["parent"]), row, "parent", "the code of a unit in this file, or nothing for the top");
        return new Unit
        {
            OrganisationId = _present.Id,
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

        var mail = row["mail"];
        Expect(mail.Length == 0 || IsAddress(mail), row, "mail", $"an address such as naam@dienst.nl, of at most {Person.MailMaxLength} characters, or nothing");
        return new Person
        {
            OrganisationId = _present.Id,
            Id = personIds[row["number"]],
            Number = Text(row, "number", Person.NumberMaxLength),
            Name = Text(row, "name", Person.NameMaxLength),
            JobTitle = Text(row, "job_title", Person.JobTitleMaxLength),
            HomeUnitId = unitIds.GetValueOrDefault(row["unit"]),
            Roles = roles,
            Mail = mail.Length == 0 ? null : mail,
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
                OrganisationId = _present.Id,
                UnitId = unitIds[row["code"]],
                PersonId = personIds.GetValueOrDefault(number),
                Kind = kind,
            };
        }
    }

    private static bool LiesBelowItself(Row row, Dictionary<string, Row> rowsByCode)
    {
        var passed = new HashSet<string>();
        for (var above = row; above is not null; above = rowsByCode.GetValueOrDefault(above["parent"]))
        {
            if (!passed.Add(above["code"]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is there, only the mail server of the other side knows; angle brackets would end it in a mail.</summary>
    private static bool IsAddress(string mail) => mail.Length <= Person.MailMaxLength
        && mail.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !mail.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>');

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
