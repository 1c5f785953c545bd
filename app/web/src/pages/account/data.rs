//! `/account/data.json`: one's own record and assessments, to keep.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use operations::my_data;
use rules::AssessmentJson;
use serde_json::json;

use crate::failure::Failure;
use crate::visit::Reader;

pub(crate) async fn download(reader: Reader) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let data = my_data(&visit.app.store, &visit.ctx).await?;
    let (number, words) = (&data.employee.number, &*visit.app.words);
    let assessments = data.assessments.iter().map(|one| AssessmentJson::new(number, one, &data.ladder, words));
    let json = json!({
        "employee": number,
        "as_of": visit.ctx.today,
        "record": data.rows,
        "assessments": assessments.collect::<Vec<_>>(),
    });
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, format!("{json:#}\n")).into_response())
}
