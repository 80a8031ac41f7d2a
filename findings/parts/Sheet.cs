using System.IO.Compression;
using System.Security;

/// <summary>Writes the smallest workbook that is valid: one sheet, one column, a number with a number format in each row.</summary>
static class Sheet
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packages = "http://schemas.openxmlformats.org/package/2006";
    const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="path">The file, overwritten.</param>
    /// <param name="rows">The number and the format of each row.</param>
    /// <param name="properties">Attributes of the workbook's properties.</param>
    public static void Write(string path, (string Number, string Format)[] rows, string properties = "")
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", $"<Types xmlns='{Packages}/content-types'>"
            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + $"<Override PartName='/xl/workbook.xml' ContentType='{Kind}.sheet.main+xml'/>"
            + $"<Override PartName='/xl/worksheets/sheet1.xml' ContentType='{Kind}.worksheet+xml'/>"
            + $"<Override PartName='/xl/styles.xml' ContentType='{Kind}.styles+xml'/></Types>");
        Part(zip, "_rels/.rels", $"<Relationships xmlns='{Packages}/relationships'>"
            + $"<Relationship Id='a' Type='{Office}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        Part(zip, "xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><workbookPr {properties}/>"
            + "<sheets><sheet name='answers' sheetId='1' r:id='a'/></sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Packages}/relationships'>"
            + $"<Relationship Id='a' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/>"
            + $"<Relationship Id='b' Type='{Office}/styles' Target='styles.xml'/></Relationships>");
        Part(zip, "xl/styles.xml", $"<styleSheet xmlns='{Main}'><numFmts count='{rows.Length}'>"
            + Each(rows, (row, at) => $"<numFmt numFmtId='{200 + at}' formatCode='{SecurityElement.Escape(row.Format)}'/>")
            + "</numFmts><fonts count='1'><font/></fonts><fills count='1'><fill/></fills><borders count='1'><border/></borders>"
            + $"<cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='{rows.Length}'>"
            + Each(rows, (_, at) => $"<xf numFmtId='{200 + at}' applyNumberFormat='1'/>") + "</cellXfs></styleSheet>");
        Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData>"
            + Each(rows, (row, at) => $"<row r='{at + 1}'><c r='A{at + 1}' s='{at}'><v>{row.Number}</v></c></row>")
            + "</sheetData></worksheet>");
    }

    static string Each((string Number, string Format)[] rows, Func<(string Number, string Format), int, string> write) =>
        string.Concat(rows.Select(write));

    static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
