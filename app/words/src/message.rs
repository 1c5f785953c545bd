//! The table of messages: the one list of what the word file must hold and of what each message is given.

use fluent_bundle::{FluentArgs, FluentValue};

/// What a variable of a message can be: a number or a text.
pub(crate) type Value<'a> = FluentValue<'a>;

/// A text where there is one, else the `none` that messages select on.
pub(crate) fn or_none(text: Option<String>) -> String {
    text.unwrap_or_else(|| "none".to_owned())
}

pub(crate) fn by_name<'a, const N: usize>(variables: [(&'static str, Value<'a>); N]) -> FluentArgs<'a> {
    variables.into_iter().collect()
}

/// Declares the messages: name, key in the word file, variables. What is declared must be given; the compiler sees to it.
macro_rules! messages {
    ($($name:ident $key:literal [$($variable:ident)*])+) => {
        /// A message with its variables, ready to be said.
        pub(crate) enum Message<'a> { $($name { $($variable: Value<'a>),* }),+ }

        impl<'a> Message<'a> {
            /// Its key, and its variables by name.
            pub(crate) fn into_parts(self) -> (&'static str, FluentArgs<'a>) {
                match self {
                    $(Message::$name { $($variable),* } => {
                        ($key, by_name([$((stringify!($variable), $variable)),*]))
                    })+
                }
            }
        }

        /// Every message that is ever said: its key in the word file, and the variables it is given.
        pub const MESSAGES: &[(&str, &[&str])] = &[$(($key, &[$(stringify!($variable)),*])),+];
    };
}

/// Says a message: `say!(words, Date { day, month: 2, year })`.
macro_rules! say {
    ($words:expr, $name:ident { $($variable:ident $(: $value:expr)?),* $(,)? }) => {
        $words.say($crate::message::Message::$name {
            $($variable: $crate::message::Value::from($crate::message::given!($variable $(, $value)?))),*
        })
    };
}

/// The value of a variable: as written, or the local of its name.
macro_rules! given {
    ($variable:ident) => {
        $variable
    };
    ($variable:ident, $value:expr) => {
        $value
    };
}

pub(crate) use {given, say};

messages! {
    Month "month" [month year]
    Date "date" [day month year]
    MonthName "month-name" [month]
    Instant "instant" [date time]
    WeekdayDate "weekday-date" [weekday day month year]
    InDays "in-days" [days]
    DaysAgo "days-ago" [days]
    Months "months" [months]
    Days "days" [days]
    Duration "duration" [months days]
    Window "window" [first last]
    Amount "amount" [number unit]
    ListMore "list-more" [list item]
    ListAnd "list-and" [list item]
    ListOr "list-or" [list item]

    Status "status" [status]
    NotApplicable "not-applicable" [reason]
    State "state" [state]
    Kind "kind" [kind]
    Level "level" [level]
    EmploymentKind "employment-kind" [kind]
    WorkMode "work-mode" [mode]
    TrackKind "track-kind" [kind]
    Assessor "assessor" [assessor]
    Language "language" [language]
    LanguageVariant "language-variant" [language variant]

    CoursesBoth "courses-both" [all any]
    CriterionTenure "criterion-tenure" [months clock]
    CriterionTimeInJob "criterion-time-in-job" [months jobs]
    CriterionCertification "criterion-certification" [titles]
    CriterionCertificationFamily "criterion-certification-family" [title]
    CriterionLanguage "criterion-language" [count level except]
    CriterionLanguageAll "criterion-language-all" [level languages]
    CriterionLanguageSome "criterion-language-some" [count level languages]
    CriterionTraining "criterion-training" [courses score months]
    CriterionMetric "criterion-metric" [metric bound aggregate amount months min_months min_sample]
    CriterionRating "criterion-rating" [rating reviews]
    CriterionSkill "criterion-skill" [skill level assessor]
    CriterionActivity "criterion-activity" [activity count months]
    CriterionClearConduct "criterion-clear-conduct" [months]
    CriterionEmployment "criterion-employment" [kinds]
    CriterionAll "criterion-all" [parts]
    CriterionAny "criterion-any" [parts]
    CriterionAtLeast "criterion-at-least" [count parts]
    AskedCertificationFamily "asked-certification-family" [title sound]
    AskedMetric "asked-metric" [metric sound bound aggregate amount months min_months min_sample]
    AskedRating "asked-rating" [rating reviews]
    AskedActivity "asked-activity" [activity count months]
    AskedClearConduct "asked-clear-conduct" [months]
    AskedEmployment "asked-employment" [kinds]
    AskedAtLeast "asked-at-least" [count list]
    AskedGroup "asked-group" [list]

    FindingMet "finding-met" [rule until]
    FindingWaived "finding-waived" [rule until]
    FindingUnverified "finding-unverified" [rule]
    FindingNoEvidence "finding-no-evidence" [rule]
    FindingInsufficient "finding-insufficient" [rule]
    FindingCannotTell "finding-cannot-tell" [rule]
    FindingNotYet "finding-not-yet" [rule on]
    FindingUnmet "finding-unmet" [rule]
    FindingNotEmployed "finding-not-employed" [rule]
    FindingNotInJob "finding-not-in-job" [rule]
    FindingService "finding-service" [rule counted leave]
    FindingServiceSoFar "finding-service-so-far" [rule counted leave]
    FindingCertification "finding-certification" [rule title until]
    FindingCertificationClaimed "finding-certification-claimed" [rule title]
    FindingCertificationExpired "finding-certification-expired" [rule title until]
    FindingCertificationRevoked "finding-certification-revoked" [rule title on]
    FindingCertificationNone "finding-certification-none" [rule]
    FindingLanguage "finding-language" [rule languages until]
    FindingLanguagePart "finding-language-part" [rule have needed languages]
    FindingLanguagePartClaimed "finding-language-part-claimed" [rule have needed languages claimed]
    FindingLanguageClaimed "finding-language-claimed" [rule claimed]
    FindingLanguageNone "finding-language-none" [rule]
    FindingTraining "finding-training" [rule until]
    FindingTrainingBooked "finding-training-booked" [rule on]
    FindingTrainingPart "finding-training-part" [rule courses]
    FindingTrainingNone "finding-training-none" [rule]
    FindingMetric "finding-metric" [rule value window]
    FindingMetricNone "finding-metric-none" [rule window]
    FindingMetricMonths "finding-metric-months" [rule have months min_months]
    FindingMetricSample "finding-metric-sample" [rule sample min_sample]
    FindingRating "finding-rating" [rule reviews reaching rating]
    FindingRatingNone "finding-rating-none" [rule]
    FindingRatingFew "finding-rating-few" [rule have reviews]
    FindingSkill "finding-skill" [rule level]
    FindingSkillNone "finding-skill-none" [rule]
    FindingActivity "finding-activity" [rule count until]
    FindingActivitySoFar "finding-activity-so-far" [rule count]
    FindingConduct "finding-conduct" [rule]
    FindingConductFrom "finding-conduct-from" [rule on]
    FindingConductOpen "finding-conduct-open" [rule]
    FindingEmployment "finding-employment" [rule kind]
    FindingGroup "finding-group" [rule met until]
    FindingGroupNotYet "finding-group-not-yet" [rule met on]
    FindingGroupCannotTell "finding-group-cannot-tell" [rule met]

    ActionCertification "action-certification" [titles]
    ActionCertificationFamily "action-certification-family" [title sound]
    ActionTraining "action-training" [courses score]
    ActionLanguage "action-language" [count level nearest]
    ActionLanguageOf "action-language-of" [count level languages nearest]
    ActionLanguageAll "action-language-all" [level languages]
    ActionMetric "action-metric" [metric bound amount months]
    ActionRating "action-rating" [rating reviews]
    ActionSkill "action-skill" [skill level assessor]
    ActionActivity "action-activity" [activity missing]
    Action "action" [asked]

    ExplanationMet "explanation-met" [since until job asked fact]
    ExplanationExpiring "explanation-expiring" [until reader name title days]
    ExplanationWaived "explanation-waived" [until job asked reader name]
    ExplanationNotYet "explanation-not-yet" [job asked fact reader on]
    ExplanationUnmet "explanation-unmet" [job asked fact]
    UnknownClaimed "unknown-claimed" [asked]
    UnknownCertification "unknown-certification" [asked reader name title]
    UnknownLanguage "unknown-language" [asked claimed]
    UnknownMetric "unknown-metric" [asked window]
    UnknownMetricMonths "unknown-metric-months" [asked have months]
    UnknownMetricSample "unknown-metric-sample" [asked sample]
    UnknownRating "unknown-rating" [asked]
    UnknownRatingFew "unknown-rating-few" [asked have reviews]
    UnknownSkill "unknown-skill" [asked]
    UnknownGroup "unknown-group" [asked met parts]
    Unknown "unknown" [asked]

    FactService "fact-service" [reader name counted since leave]
    FactNotEmployed "fact-not-employed" [reader name on]
    FactNotInJob "fact-not-in-job" [reader name on]
    FactCertification "fact-certification" [reader name title]
    FactCertificationExpired "fact-certification-expired" [reader name title until]
    FactCertificationRevoked "fact-certification-revoked" [reader name title on]
    FactCertificationNone "fact-certification-none" []
    FactLanguage "fact-language" [reader name languages]
    FactLanguagePart "fact-language-part" [reader name have needed languages]
    FactLanguagePartClaimed "fact-language-part-claimed" [reader name have needed languages claimed]
    FactLanguageClaimed "fact-language-claimed" [claimed]
    FactLanguageNone "fact-language-none" []
    FactTraining "fact-training" [reader name]
    FactTrainingBooked "fact-training-booked" [on]
    FactTrainingPart "fact-training-part" [courses]
    FactTrainingNone "fact-training-none" [reader name]
    FactMetric "fact-metric" [reader name value window]
    FactRating "fact-rating" [reader name reviews reaching rating]
    FactSkill "fact-skill" [reader name level]
    FactSkillNone "fact-skill-none" []
    FactActivity "fact-activity" [reader name count]
    FactConduct "fact-conduct" []
    FactConductNotYet "fact-conduct-not-yet" []
    FactConductOpen "fact-conduct-open" []
    FactEmployment "fact-employment" [reader name kind]
    FactGroup "fact-group" [met parts]
    FactHolds "fact-holds" [on]
    FactHoldsNot "fact-holds-not" [on]

    HeadlineEligible "headline-eligible" [since until]
    HeadlineOnCourse "headline-on-course" [on verified known]
    HeadlineCannotTell "headline-cannot-tell" [criteria verified known]
    HeadlineNeedsAction "headline-needs-action" [criteria]
    HeadlineNotEmployed "headline-not-employed" [reader name on]
    HeadlineNotInFromJob "headline-not-in-from-job" [jobs job reader name on]
    HeadlineOutsideWhere "headline-outside-where" [limits reader name]
    LimitSite "limit-site" [list]
    LimitCountry "limit-country" [list]
    LimitUnit "limit-unit" [list]
    LimitWorkMode "limit-work-mode" [list]

    Plan "plan" [reader name on steps]
    PlanWaiting "plan-waiting" [on]
    PlanNothing "plan-nothing" [on]
    PlanLapsing "plan-lapsing" [on criteria]
    PlanBlocked "plan-blocked" [criteria]
    PlanDisjoint "plan-disjoint" []
    PlanNotApplicable "plan-not-applicable" [on]
    Step "step" [action start_by days]
    StepStart "step-start" [start_by days]

    EvidenceServiceDate "evidence-service-date" [on]
    EvidenceEmployment "evidence-employment" [kind from until]
    EvidenceAssignment "evidence-assignment" [job from until]
    EvidenceLeave "evidence-leave" [from until]
    EvidenceCertification "evidence-certification" [title on until revoked basis]
    EvidenceLanguage "evidence-language" [language level on until basis]
    EvidenceCompletion "evidence-completion" [course on score]
    EvidenceBooking "evidence-booking" [course on]
    EvidenceMetric "evidence-metric" [metric value month sample]
    EvidenceReview "evidence-review" [rating on]
    EvidenceSkill "evidence-skill" [skill level on]
    EvidenceActivity "evidence-activity" [activity on count]
    EvidenceWaiver "evidence-waiver" [from until]
}
