namespace NeedsSurvey.Domain.Surveys;

// Which items share a page. One thing at a time is the rule (answering-pages.md 3): a question a page, a need a page, a set a page. Notes
// stand above the question that follows them in their group; a note with none after it stands alone. Calculations are never shown.

/// <summary>Lays a survey out on pages.</summary>
internal static class PagePlan
{
    private const string FieldList = "field-list";

    internal static IReadOnlyList<SurveyPage> Of(SurveyDefinition survey, IReadOnlyList<CompiledItem> items)
    {
        if (survey.Layout == SurveyLayout.AllOnOne)
        {
            CompiledItem[] shown = [.. items.Where(item => item.Item is not Calculate)];
            return shown.Length == 0 ? [] : [new(0, "all", PageKind.Questions, shown)];
        }
        var pages = new List<SurveyPage>();
        var children = items.ToLookup(item => item.Parent);
        Add(children[null]);
        return pages;

        void Add(IEnumerable<CompiledItem> siblings)
        {
            var notes = new List<CompiledItem>();
            foreach (var item in siblings)
            {
                switch (item.Item)
                {
                    case Calculate:
                        break;
                    case Note:
                        notes.Add(item);
                        break;
                    case Group group:
                        if (group.Warning is not null)
                            Page($"{item.Name}:warning", PageKind.Warning, [item]);
                        if (SharesPage(group))
                            Page(item.Name, PageKind.Questions, [.. notes, item, .. Inside(item)]);
                        else
                        {
                            Flush();
                            Add(children[item]);
                        }
                        notes.Clear();
                        break;
                    case Repeat:
                        Flush();
                        Page(item.Name, PageKind.Repeat, [item, .. Inside(item)]);
                        break;
                    case Question question:
                        AddQuestion(item, question, notes);
                        notes.Clear();
                        break;
                }
            }
            Flush();

            void Flush()
            {
                if (notes.Count > 0)
                    Page(notes[0].Name, PageKind.Questions, [.. notes]);
                notes.Clear();
            }
        }

        void AddQuestion(CompiledItem item, Question question, List<CompiledItem> notes)
        {
            var (kind, parts) = question.Pages;
            if (parts is null)
                Page(item.Name, kind, [.. notes, item]);
            for (var part = 0; part < parts; part++)
                Page($"{item.Name}:{question.PageKey(part)}", kind, part == 0 ? [.. notes, item] : [item], part);
        }

        IEnumerable<CompiledItem> Inside(CompiledItem container) =>
            children[container].SelectMany(child => child.Item is Calculate ? [] : Inside(child).Prepend(child));

        void Page(string key, PageKind kind, CompiledItem[] shown, int part = -1) => pages.Add(new(pages.Count, key, kind, shown, part));
    }

    private static bool SharesPage(SurveyItem group) => group.Looks(FieldList);
}
