namespace NeedsSurvey.Web.Tests.Hosting;

public sealed class ApiNamesTests(TestSite site) : IClassFixture<TestSite>
{
    // case clients 3. Generated clients call operations by these names: a new one gets a line; one that changes breaks somebody's
    // program.
    private const string Names = """
        adoptCatalogue POST /api/v1/initiatives/{initiative}/codebook
        adoptGoal POST /api/v1/initiatives/{initiative}/goals/{goal}/adopt
        changeGoalState PUT /api/v1/initiatives/{initiative}/goals/{goal}/state
        changeMemberRole PUT /api/v1/organisations/{org}/members/{member}
        checkDraft GET /api/v1/surveys/{survey}/check
        closeGoalHearing POST /api/v1/initiatives/{initiative}/goal-hearing/close
        closeHearingCheck POST /api/v1/initiatives/{initiative}/hearing-check/close
        closeSurvey POST /api/v1/surveys/{survey}/close
        codeAnswer PUT /api/v1/initiatives/{initiative}/open-answers/{survey}/{response}/{field}
        createInitiative POST /api/v1/organisations/{org}/initiatives
        createInvitation POST /api/v1/organisations/{org}/invitations
        createKey POST /api/v1/organisations/{org}/keys
        createPasswordLink POST /api/v1/organisations/{org}/members/{member}/password-link
        createSurvey POST /api/v1/initiatives/{initiative}/surveys
        decideCorrection PUT /api/v1/initiatives/{initiative}/hearing-check/corrections/{reply}
        decideNeeds PUT /api/v1/initiatives/{initiative}/dispositions
        deleteGoal DELETE /api/v1/initiatives/{initiative}/goals/{goal}
        deleteSurvey DELETE /api/v1/surveys/{survey}
        editDraft POST /api/v1/surveys/{survey}/draft/edits
        exportResponses GET /api/v1/surveys/{survey}/export
        findInitiative GET /api/v1/organisations/{org}/initiatives/{initiative}
        followReceipt POST /receipt/status
        getAlignment GET /api/v1/initiatives/{initiative}/alignment
        getCrosstab GET /api/v1/surveys/{survey}/crosstab
        getGoal GET /api/v1/initiatives/{initiative}/goals/{goal}
        getGoalHearing GET /api/v1/initiatives/{initiative}/goal-hearing
        getGoals GET /api/v1/initiatives/{initiative}/goals
        getHearingCheck GET /api/v1/initiatives/{initiative}/hearing-check
        getHearingGap GET /api/v1/initiatives/{initiative}/hearing-gap
        getInitiative GET /api/v1/initiatives/{initiative}
        getNeeds GET /api/v1/initiatives/{initiative}/needs
        getOrganisation GET /api/v1/organisations/{org}
        getPublishedSurvey GET /s/{slug}/definition
        getReport GET /r/{slug}/report.json
        getReportDraft GET /api/v1/initiatives/{initiative}/report
        getResults GET /api/v1/surveys/{survey}/results
        getRoadmap GET /api/v1/initiatives/{initiative}/roadmap
        getSampleDesign GET /api/v1/surveys/{survey}/sample-design
        getSurvey GET /api/v1/surveys/{survey}
        getTexts GET /api/v1/surveys/{survey}/texts/{language}
        listAuditEntries GET /api/v1/organisations/{org}/audit
        listCodebook GET /api/v1/initiatives/{initiative}/codebook
        listCodingAgreement GET /api/v1/initiatives/{initiative}/coding-agreement
        listDraftChanges GET /api/v1/surveys/{survey}/draft/changes
        listInitiatives GET /api/v1/organisations/{org}/initiatives
        listInvitations GET /api/v1/organisations/{org}/invitations
        listKeys GET /api/v1/organisations/{org}/keys
        listMembers GET /api/v1/organisations/{org}/members
        listOpenAnswers GET /api/v1/initiatives/{initiative}/open-answers
        listOrganisations GET /api/v1/organisations
        listRepresentation GET /api/v1/initiatives/{initiative}/representation
        listResponses GET /api/v1/surveys/{survey}/responses
        listTemplates GET /api/v1/templates
        listWrittenAnswers GET /api/v1/surveys/{survey}/open-answers
        lockPrediction POST /api/v1/initiatives/{initiative}/prediction
        mergeNeed PUT /api/v1/initiatives/{initiative}/codebook/{name}/merged-into
        openGoalHearing POST /api/v1/initiatives/{initiative}/goal-hearing/open
        openHearingCheck POST /api/v1/initiatives/{initiative}/hearing-check/open
        publishReport POST /api/v1/initiatives/{initiative}/report/publish
        publishSurvey POST /api/v1/surveys/{survey}/publish
        recordGoalUpdate POST /api/v1/initiatives/{initiative}/goals/{goal}/updates
        redoEdit POST /api/v1/surveys/{survey}/draft/redo
        removeMember DELETE /api/v1/organisations/{org}/members/{member}
        reopenSurvey POST /api/v1/surveys/{survey}/reopen
        replyToGoals POST /h/{slug}/goals/replies
        replyToHearingCheck POST /h/{slug}/replies
        revokeKey DELETE /api/v1/organisations/{org}/keys/{key}
        saveDraft PUT /api/v1/surveys/{survey}/draft
        saveGoal PUT /api/v1/initiatives/{initiative}/goals/{goal}
        saveHearingCheck PUT /api/v1/initiatives/{initiative}/hearing-check
        saveNeed PUT /api/v1/initiatives/{initiative}/codebook/{name}
        saveReportDraft PUT /api/v1/initiatives/{initiative}/report
        setMargins PUT /api/v1/initiatives/{initiative}/margins
        setSampleDesign PUT /api/v1/surveys/{survey}/sample-design
        submitResponse POST /s/{slug}/responses
        translateTexts PUT /api/v1/surveys/{survey}/texts/{language}
        undoEdit POST /api/v1/surveys/{survey}/draft/undo
        updateInitiative PUT /api/v1/initiatives/{initiative}
        updateOrganisation PUT /api/v1/organisations/{org}
        withdrawInvitation DELETE /api/v1/organisations/{org}/invitations/{invitation}
        """;

    [Fact]
    public async Task Every_operation_keeps_its_name()
    {
        var named = (await ApiText.Of(site)).Operations.Select(operation => $"{operation.Id} {operation.Method} {operation.Path}");
        Assert.Equal(Names, string.Join('\n', named.Order(StringComparer.Ordinal)));
    }
}
