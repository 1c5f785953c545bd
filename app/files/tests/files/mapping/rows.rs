//! What single rows become.

use super::{SMALL, map, told, written};

const HEAD: &str = "number,name,hired,job,boss,extra\n";

#[test]
fn refused_rows_are_told_with_line_column_and_reason_and_the_others_are_taken() {
    let rows = "1,\"Vole, Ana\",01-02-2020,Clerk,,x\n\
                2,Ben Mole,31-02-2020,Clerk,\"Vole, Ana\",x\n\
                \n\
                3,\"Stoat, \nCid\",03-02-2020,Clerk,Ana Vole,x\n\
                4,\"Hare, Dot\",04-02-2020,Clerk,x\n\
                5,\"Wren, Eve\",05-02-2020,Clerk,Nobody Here,x\n\
                6,\"Crow, \"Fay\",06-02-2020,Clerk,Ana Vole,x\n";
    let (mapped, folder) = map(SMALL, format!("{HEAD}{rows}").as_bytes()).expect("it is mapped");
    assert_eq!((mapped.rows, mapped.taken, mapped.refused_rows), (6, 2, 4));
    assert_eq!(
        told(&mapped.refused),
        [
            "export.csv:3: name: a name is written Last, First in this column, not `Ben Mole`",
            "export.csv:3: hired: a date is written DD-MM-YYYY in this column, and must exist, not `31-02-2020`",
            "export.csv:7: 5 fields where the header has 6",
            "export.csv:8: boss: nobody in the export has the name `Nobody Here`",
            "export.csv:9: name: text after a closing quote: a quote within is doubled",
        ]
    );
    let employees = "employee_number,full_name,hired_on,job,manager_number\n\
                     1,Ana Vole,2020-02-01,clerk,\n3,Cid Stoat,2020-02-03,clerk,1\n";
    assert_eq!(written(&folder, "employees.csv"), employees);
}

#[test]
fn what_the_bundle_refuses_is_told_in_the_exports_lines_and_columns() {
    let rows = "1,\"Vole, Ana\",01-02-2020,Clerk,,x\n\
                \n\
                2,\"Mole,\nBen\",02-02-2020,Clerk,,x\n\
                2,\"Hare, Dot\",02-02-2020,,,x\n\
                2,\"Wren, Eve\",02-02-2020,Clerk,,x\n\
                ,\"Crow, Fay\",02-02-2020,Clerk,,x\n";
    let (mapped, folder) = map(SMALL, format!("{HEAD}{rows}").as_bytes()).expect("it is mapped");
    let bundle = files::Bundle::open(&folder.path().join("bundle")).expect("it opens");
    let ladder = mapped.ladder.clone().expect("a new job");
    let refused = bundle.check(&ladder, &mut |_| {}).expect_err("the bundle is refused");
    let told: Vec<_> = refused.problems.iter().map(|problem| mapped.translate(problem).to_string()).collect();
    for expected in [
        "export.csv:6: job: a value is required (job of employees.csv)",
        "export.csv:7: number: this employee number is already on line 4 (employee_number of employees.csv)",
        "export.csv:8: number: a value is required (employee_number of employees.csv)",
    ] {
        assert!(told.iter().any(|line| line == expected), "{expected}: {told:#?}");
    }
    let elsewhere = files::Problem::at("ladder.toml", 3, Some("code"), "wrong");
    assert_eq!(mapped.translate(&elsewhere), elsewhere);
}

#[test]
fn a_constant_that_the_bundle_refuses_has_a_line_and_names_its_field() {
    let mapping = format!("{SMALL}work_mode = {{ constant = \"home\" }}\n");
    let export = format!("{HEAD}\n\n1,\"Vole, Ana\",01-02-2020,Clerk,,x\n");
    let (mapped, folder) = map(&mapping, export.as_bytes()).expect("it is mapped");
    let bundle = files::Bundle::open(&folder.path().join("bundle")).expect("it opens");
    let refused = bundle.check(&mapped.ladder.clone().expect("a new job"), &mut |_| {}).expect_err("it is refused");
    let told = mapped.translate(&refused.problems[0]).to_string();
    assert!(told.starts_with("export.csv:4: ") && told.ends_with("(work_mode of employees.csv)"), "{told}");
}

#[test]
fn an_open_quote_refuses_what_it_swallows_and_keeps_what_came_before() {
    let rows = "1,\"Vole, Ana\",01-02-2020,Clerk,,x\n2,\"Mole, Ben,02-02-2020,Clerk,,x\n3,c,d,e,f,g\n";
    let (mapped, _) = map(SMALL, format!("{HEAD}{rows}").as_bytes()).expect("it is mapped");
    assert_eq!((mapped.rows, mapped.taken, mapped.refused_rows), (2, 1, 1));
    assert_eq!(told(&mapped.refused), ["export.csv:3: a quote is opened and not closed"]);
}

#[test]
fn a_name_that_two_people_have_is_refused_unless_the_table_says_which() {
    let rows = "1,\"Vole, Ana\",01-02-2020,Clerk,,\n2,\"Vole, Ana\",01-02-2020,Clerk,,\n3,\"Mole, Ben\",01-02-2020,Clerk,Ana Vole,\n";
    let export = format!("{HEAD}{rows}");
    let (mapped, _) = map(SMALL, export.as_bytes()).expect("it is mapped");
    assert_eq!(
        told(&mapped.refused),
        ["export.csv:4: boss: `Ana Vole` is the name of 1, 2: say which in the table `values`"]
    );
    let said = SMALL.replace("by_name = true", "by_name = true, values = { \"Ana Vole\" = 2 }");
    let (mapped, folder) = map(&said, export.as_bytes()).expect("it is mapped");
    assert_eq!(mapped.refused_rows, 0);
    assert!(written(&folder, "employees.csv").ends_with("3,Ben Mole,2020-02-01,clerk,2\n"));
}

#[test]
fn values_come_from_the_table_and_others_are_refused_or_kept_as_asked() {
    let with = |field: &str| {
        format!(
            "[employees]\nemployee_number = \"n\"\nfull_name = \"n\"\nhired_on = \"h\"\njob = {{ constant = \"j\" }}\nunit = {field}\n"
        )
    };
    let export = b"n,h,u\n1,2020-01-01,A\n2,2020-01-01,Bb\n3,2020-01-01,none\n4,2020-01-01,\n";
    let table = "{ column = \"u\", values = { \"A\" = \"Alpha\", \"BB\" = \"Beta\" }, empty = [\"none\"] }";
    let (mapped, folder) = map(&with(table), export).expect("it is mapped");
    assert_eq!(
        told(&mapped.refused),
        ["export.csv:3: u: there is no value `Bb`; did you mean `BB`? (in the mapping's table)"]
    );
    let rows = "1,1,2020-01-01,j,Alpha\n3,3,2020-01-01,j,\n4,4,2020-01-01,j,\n";
    assert!(written(&folder, "employees.csv").ends_with(rows));
    let keep = table.replace("empty", "others = \"keep\", empty");
    let (mapped, folder) = map(&with(&keep), export).expect("it is mapped");
    assert_eq!(mapped.refused_rows, 0);
    assert!(written(&folder, "employees.csv").contains("\n2,2,2020-01-01,j,Bb\n"));
}

#[test]
fn another_encoding_is_read_and_a_byte_that_is_not_of_it_refused() {
    let mapping = |encoding: &str| SMALL.replace("[export]", &format!("[export]\nencoding = \"{encoding}\""));
    let row = [HEAD.as_bytes(), b"1,\"M\xf6we, Zo\xeb\",01-02-2020,Clerk,,\n"].concat();
    let (_, folder) = map(&mapping("windows-1252"), &row).expect("it is mapped");
    assert!(written(&folder, "employees.csv").ends_with("1,Zoë Möwe,2020-02-01,clerk,\n"));
    let (mapped, _) = map(&mapping("utf-8"), &row).expect("it is mapped");
    assert!(told(&mapped.refused)[0].starts_with("export.csv:2: name: not UTF-8 (byte F6)"), "{:?}", mapped.refused);
    let torn = [HEAD.as_bytes(), b"1,\"M, \x81 b\",01-02-2020,Clerk,,\n"].concat();
    let (mapped, _) = map(&mapping("shift_jis"), &torn).expect("it is mapped");
    assert_eq!(told(&mapped.refused), ["export.csv:2: name: a character that is not of the encoding Shift_JIS"]);
}

#[test]
fn a_second_file_has_a_row_only_where_the_export_says_something() {
    let mapping = "[employees]\nemployee_number = \"n\"\nfull_name = \"n\"\nhired_on = \"h\"\njob = { constant = \"j\" }\n\
        [[skills]]\nskill = { constant = \"coaching\" }\nlevel = \"c\"\nassessed_on = \"d\"\n\
        [[skills]]\nskill = { constant = \"empathy\" }\nlevel = \"e\"\nassessed_on = \"d2\"\nassessor = { constant = \"peer\" }\n";
    let export = b"n,h,c,d,e,d2\n1,2020-01-01,3,2021-01-01,4,2021-02-02\n2,2020-01-01,,,,\n3,2020-01-01,,,5,\n";
    let (mapped, folder) = map(mapping, export).expect("it is mapped");
    assert_eq!(mapped.taken, 3);
    let skills = "employee_number,skill,level,assessed_on,assessor\n1,coaching,3,2021-01-01,\n1,empathy,4,2021-02-02,peer\n3,empathy,5,,peer\n";
    assert_eq!(written(&folder, "skills.csv"), skills);
    let problem = files::Problem::at("skills.csv", 4, Some("assessed_on"), "a value is required");
    let told = "export.csv:4: d2: a value is required (assessed_on of skills.csv)";
    assert_eq!(mapped.translate(&problem).to_string(), told);
}
