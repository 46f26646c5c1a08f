using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>
/// Reads the units (code, name, layer, kind, parent, manager, deputies, replaces) and the people (number, name, job_title, unit, roles, mail). Several
/// values in a field are separated by semicolons. Who and what was there before is recognised by number and by code. Everything that is wrong is told at once.
/// </summary>
internal sealed class OrganisationFiles
{
    public const string UnitsFile = "units.csv";
    public const string PeopleFile = "people.csv";

    private static readonly string[] UnitColumns = ["code", "name", "layer", "kind", "parent", "manager", "deputies"];
    private static readonly string[] PersonColumns = ["number", "name", "job_title", "unit", "roles", "mail"];

    /// <summary>Which units went up in this one. Only who merges units has the column.</summary>
    private const string Replaces = "replaces";

    /// <summary>Only by their names: a number or a list is nobody's role.</summary>
    private static readonly Dictionary<string, UnitKind> Kinds = Enum.GetValues<UnitKind>().ToDictionary(kind => kind.ToString());
    private static readonly Dictionary<string, Roles> RolesByName = Enum.GetValues<Roles>().Where(role => role is not Roles.None).ToDictionary(role => role.ToString());

    private readonly PresentOrganisation _present;
    private readonly List<FileError> _errors = [];
    private readonly List<FileReading> _readings = [];

    private OrganisationFiles(PresentOrganisation present) => _present = present;

    /// <exception cref="OrganisationFileException">One or more lines are wrong.</exception>
    public static OrganisationChart Read(PresentOrganisation present, ReadOnlyMemory<byte> units, ReadOnlyMemory<byte> people) =>
        new OrganisationFiles(present).Read(units, people);

    private OrganisationChart Read(ReadOnlyMemory<byte> unitsFile, ReadOnlyMemory<byte> peopleFile)
    {
        var unitRows = Rows(UnitsFile, unitsFile, UnitColumns, Replaces);
        var personRows = Rows(PeopleFile, peopleFile, PersonColumns);

        // What one file says of the other can only be checked when both can be read.
        var areRead = unitRows is not null && personRows is not null;
        var unitRowsByCode = Unique(unitRows, "code");
        var unitsNow = _present.Units.ToDictionary(unit => unit.Code);
        var unitIds = unitRowsByCode.Keys.ToDictionary(code => code, code => unitsNow.GetValueOrDefault(code)?.Id ?? Guid.NewGuid());
        var personRowsByNumber = Unique(personRows, "number");
        var peopleNow = _present.People.ToDictionary(person => person.Number, person => person.Id);
        var personIds = personRowsByNumber.Keys.ToDictionary(number => number, number => peopleNow.TryGetValue(number, out var id) ? id : Guid.NewGuid());

        var units = unitRowsByCode.Values.Select(row => ReadUnit(row, unitIds, unitsNow.GetValueOrDefault(row["code"]))).ToList();
        var people = personRowsByNumber.Values.Select(row => ReadPerson(row, personIds, unitIds, areRead)).ToList();
        var mandates = unitRowsByCode.Values.SelectMany(row => ReadMandates(row, unitIds, personIds, areRead)).ToList();
        RequireATree(unitRows, unitRowsByCode, units);
        var replaced = ReadReplaced(unitRowsByCode, unitIds, unitsNow);
        if (_errors.Count > 0)
        {
            throw new OrganisationFileException([.. _errors.OrderBy(error => error.File).ThenBy(error => error.Line)]);
        }

        return new OrganisationChart(units, people, mandates, replaced, _readings);
    }

    private Unit ReadUnit(Row row, Dictionary<string, Guid> unitIds, Unit? now)
    {
        var isKnown = Kinds.TryGetValue(row["kind"], out var kind);
        Expect(isKnown, row, "kind", FileFault.UnknownKind, string.Join(", ", Kinds.Keys));
        Expect(!isKnown || now is null || now.Kind == kind || !_present.HoldingUnits.Contains(now.Id), row, "kind", FileFault.KindMustStay, now?.Kind.ToString() ?? "");
        Expect(row["parent"].Length == 0 || unitIds.ContainsKey(row["parent"]), row, "parent", FileFault.UnknownParent);
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

    private Person ReadPerson(Row row, Dictionary<string, Guid> personIds, Dictionary<string, Guid> unitIds, bool areRead)
    {
        Expect(!areRead || unitIds.ContainsKey(row["unit"]), row, "unit", FileFault.UnknownUnit);
        var roles = Roles.None;
        foreach (var name in Several(row["roles"]))
        {
            var isKnown = RolesByName.TryGetValue(name, out var role);
            Expect(isKnown, row, "roles", FileFault.UnknownRole, string.Join(", ", RolesByName.Keys), name);
            roles |= role;
        }

        var mail = row["mail"];
        Expect(mail.Length == 0 || MailAddresses.IsOne(mail), row, "mail", FileFault.NoAddress);
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

    private IEnumerable<Mandate> ReadMandates(Row row, Dictionary<string, Guid> unitIds, Dictionary<string, Guid> personIds, bool areRead)
    {
        var seen = new HashSet<string>();
        var acting = Several(row["manager"]).Select(number => (number, Column: "manager", Kind: MandateKind.Manager))
            .Concat(Several(row["deputies"]).Select(number => (number, Column: "deputies", Kind: MandateKind.Deputy)));
        Expect(Several(row["manager"]).Length <= 1, row, "manager", FileFault.MoreThanOneManager);
        foreach (var (number, column, kind) in acting)
        {
            Expect(!areRead || personIds.ContainsKey(number), row, column, FileFault.UnknownPerson, value: number);
            Expect(seen.Add(number), row, column, FileFault.SamePersonTwice, value: number);
            yield return new Mandate
            {
                OrganisationId = _present.Id,
                UnitId = unitIds[row["code"]],
                PersonId = personIds.GetValueOrDefault(number),
                Kind = kind,
            };
        }
    }

    /// <summary>One unit is the top, and each other one lies below it; nothing lies below a desk or oversight.</summary>
    private void RequireATree(List<Row>? rows, Dictionary<string, Row> rowsByCode, List<Unit> units)
    {
        if (rows is null)
        {
            return;
        }

        if (rows.Count == 0)
        {
            _errors.Add(new FileError(UnitsFile, 0, "", FileFault.NoUnits, ""));
            return;
        }

        var outside = units.Where(unit => unit.Kind.IsOutsideTheLine).Select(unit => unit.Code).ToHashSet();
        foreach (var row in rowsByCode.Values)
        {
            Expect(!outside.Contains(row["parent"]), row, "parent", FileFault.BelowADesk);
        }

        var circles = rowsByCode.Values.Where(row => LiesBelowItself(row, rowsByCode)).ToList();
        foreach (var row in circles)
        {
            Expect(false, row, "parent", FileFault.BelowItself, row["code"]);
        }

        var tops = rowsByCode.Values.Where(row => row["parent"].Length == 0).ToList();
        foreach (var second in tops.Skip(1))
        {
            Expect(false, second, "parent", FileFault.SecondTop, tops[0]["code"], second["code"]);
        }

        if (tops.Count == 0 && circles.Count == 0)
        {
            _errors.Add(new FileError(UnitsFile, 0, "", FileFault.NoTop, ""));
        }
    }

    /// <summary>Of each unit that is there no more and went up in another one, which one that is.</summary>
    private Dictionary<Guid, Guid> ReadReplaced(Dictionary<string, Row> rowsByCode, Dictionary<string, Guid> unitIds, Dictionary<string, Unit> unitsNow)
    {
        var successors = new Dictionary<Guid, Guid>();
        foreach (var row in rowsByCode.Values)
        {
            foreach (var code in Several(row[Replaces]))
            {
                var before = unitsNow.GetValueOrDefault(code);
                Expect(before is not null || rowsByCode.ContainsKey(code), row, Replaces, FileFault.UnknownReplaced, value: code);
                Expect(!rowsByCode.ContainsKey(code), row, Replaces, FileFault.ReplacedIsThere, value: code);
                if (before is null)
                {
                    continue;
                }

                // What the confidential desk has never comes to the line.
                Expect(!Kinds.TryGetValue(row["kind"], out var kind) || before.Kind == kind, row, Replaces, FileFault.ReplacedIsOfAnotherKind, before.Kind.ToString(), code);
                Expect(successors.TryAdd(before.Id, unitIds[row["code"]]), row, Replaces, FileFault.ReplacedTwice, value: code);
            }
        }

        return successors;
    }

    private static bool LiesBelowItself(Row row, Dictionary<string, Row> rowsByCode)
    {
        var passed = new HashSet<string>();
        for (var above = rowsByCode.GetValueOrDefault(row["parent"]); above is not null && passed.Add(above["code"]); above = rowsByCode.GetValueOrDefault(above["parent"]))
        {
            if (above == row)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null when the file cannot be read as a whole.</summary>
    private List<Row>? Rows(string file, ReadOnlyMemory<byte> bytes, string[] columns, string? optional = null)
    {
        var decoded = EncodedText.Read(file, bytes);
        _errors.AddRange(decoded.Errors);
        if (decoded.Errors.Count > 0)
        {
            return null;
        }

        _readings.Add(new FileReading(file, decoded.Encoding, decoded.TellingWords));
        var table = CsvTable.Read(file, decoded.Text, columns);
        _errors.AddRange(table.Errors);
        var header = WithoutEmptyEnd(table.Lines.FirstOrDefault()?.Fields ?? []);
        if (optional is not null && header.Count == columns.Length + 1 && header[^1] == optional)
        {
            columns = [.. columns, optional];
        }

        if (!header.SequenceEqual(columns))
        {
            _errors.Add(new FileError(file, table.Lines.FirstOrDefault()?.Number ?? 1, "", FileFault.WrongHeader, string.Join(",", header), string.Join(",", columns)));
            return null;
        }

        var rows = new List<Row>();
        foreach (var line in table.Lines.Skip(1))
        {
            // Excel fills up with empty fields.
            var fields = line.Fields.Count > columns.Length ? WithoutEmptyEnd(line.Fields) : line.Fields;
            if (fields.Count > columns.Length || line.Fields.Count < columns.Length)
            {
                _errors.Add(new FileError(file, line.Number, "", FileFault.WrongNumberOfFields, string.Join(",", fields), $"{columns.Length}"));
            }

            rows.Add(new Row(file, line.Number, columns.Select((column, index) => (column, fields.ElementAtOrDefault(index) ?? "")).ToDictionary()));
        }

        return rows;
    }

    private static List<string> WithoutEmptyEnd(List<string> fields) => fields[..(fields.FindLastIndex(field => field.Length > 0) + 1)];

    private Dictionary<string, Row> Unique(List<Row>? rows, string column)
    {
        var unique = new Dictionary<string, Row>();
        foreach (var row in rows ?? [])
        {
            Expect(unique.TryAdd(row[column], row), row, column, FileFault.NotUnique, $"{unique[row[column]].Line}");
        }

        return unique;
    }

    private string Text(Row row, string column, int maxLength)
    {
        Expect(row[column].Length > 0 && row[column].Length <= maxLength && !row[column].Contains('\n') && !row[column].Contains('\t'),
            row, column, FileFault.WrongLength, $"{maxLength}");
        return row[column];
    }

    private static string[] Several(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Expect(bool holds, Row row, string column, FileFault fault, string expected = "", string? value = null)
    {
        if (!holds)
        {
            _errors.Add(new FileError(row.File, row.Line, column, fault, value ?? row[column], expected));
        }
    }

    /// <param name="Line">As an editor counts them.</param>
    private sealed record Row(string File, int Line, IReadOnlyDictionary<string, string> Fields)
    {
        /// <summary>Empty when it is a column that the file does not have.</summary>
        public string this[string column] => Fields.GetValueOrDefault(column, "");
    }
}
