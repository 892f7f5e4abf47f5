// tokio-postgres
use bytes::{BufMut, Bytes, BytesMut};
use futures_util::{pin_mut, SinkExt, TryStreamExt};
use std::error::Error;
use tokio_postgres::types::{accepts, to_sql_checked, FromSql, IsNull, ToSql, Type};
use tokio_postgres::{Client, NoTls, Row};

/// A code; its binary form is its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Uscc(String);

impl ToSql for Uscc {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        out.put_slice(self.0.as_bytes());
        Ok(IsNull::No)
    }
    fn accepts(ty: &Type) -> bool {
        ty.name() == "uscc"
    }
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Uscc {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Uscc(std::str::from_utf8(raw)?.to_owned()))
    }
    fn accepts(ty: &Type) -> bool {
        ty.name() == "uscc"
    }
}

async fn with_casts(client: &Client) -> Result<(Vec<Row>, Vec<Row>, Vec<String>), Box<dyn Error>> {
    client
        .execute("INSERT INTO organization (code, name) VALUES ($1::text, $2)", &[&"91350100M000100Y43", &"福建"])
        .await?;
    let one = client
        .query("SELECT code::text, name FROM organization WHERE code = $1::text", &[&"12100000400000624D"])
        .await?;
    let both = client
        .query(
            "SELECT name FROM organization WHERE code = ANY ($1::text[]) ORDER BY code",
            &[&vec!["12100000400000624D", "91350100M000100Y43"]],
        )
        .await?;
    let mut problem = vec![];
    if let Err(error) = client
        .execute("INSERT INTO organization (code) VALUES ($1::text)", &[&"9135O100M000100Y43"])
        .await
    {
        let error = error.as_db_error().ok_or("no error of the server")?;
        problem.push(error.code().code().to_string());
        problem.push(error.detail().unwrap_or_default().to_string());
        problem.push(error.hint().unwrap_or_default().to_string());
    }
    Ok((one, both, problem))
}

async fn with_the_type(client: &Client) -> Result<(), Box<dyn Error>> {
    let code = Uscc("914403001922038216".to_string());
    client.execute("INSERT INTO organization (code, parent) VALUES ($1, $2)", &[&code, &None::<Uscc>]).await?;
    let row = client.query_one("SELECT code, parent FROM organization WHERE code = $1", &[&code]).await?;
    let (same, parent): (Uscc, Option<Uscc>) = (row.try_get(0)?, row.try_get(1)?);
    assert_eq!((same, parent), (code, None));
    Ok(())
}

// result.py says what these print.
fn show(feature: &str, cell: &str, value: &str, note: &str) {
    println!("{}\t{}\t{}\t{}", feature, cell, value, note);
}

fn strings(rows: &[Row], column: usize) -> Result<String, tokio_postgres::Error> {
    let values: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get(column)).collect();
    Ok(values?.join(","))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = format!(
        "host={} port={} user={} dbname={}",
        std::env::var("PGHOST")?,
        std::env::var("PGPORT")?,
        std::env::var("PGUSER")?,
        std::env::var("PGDATABASE")?
    );
    let (client, connection) = tokio_postgres::connect(&config, NoTls).await?;
    tokio::spawn(connection);

    let write = client.execute("INSERT INTO organization (code) VALUES ($1)", &[&"91350100M000100Y43"]).await;
    let write = write.expect_err("no line is needed").to_string();
    let row = client.query_one("SELECT code FROM organization", &[]).await?;
    let read = row.try_get::<_, String>(0).expect_err("no line is needed").to_string();

    let (one, both, problem) = with_casts(&client).await?;
    let inserted = client.query("SELECT code::text FROM organization WHERE name = '福建'", &[]).await?;
    show("insert", "line", &strings(&inserted, 0)?, &write);
    show("read", "line", &strings(&one, 0)?, &read);
    show("look-up", "line", &strings(&one, 1)?, &write);
    show("ANY", "line", &strings(&both, 0)?, &write);
    let rows = client.query("SELECT name FROM organization WHERE code ^@ $1", &[&"9135"]).await?;
    show("prefix", "yes", &strings(&rows, 0)?, "-");
    let refused = client.query("SELECT name FROM organization WHERE code <@ $1", &[&"3501"]).await;
    let refused = refused.expect_err("no line is needed").to_string();
    let rows = client.query("SELECT name FROM organization WHERE code <@ $1::text::adcode", &[&"3501"]).await?;
    show("division", "line", &strings(&rows, 0)?, &refused);

    with_the_type(&client).await?;
    let row = client.query_one("SELECT parent FROM organization WHERE code = '914403001922038216'", &[]).await?;
    let parent: Option<Uscc> = row.try_get(0)?;
    show("NULL", "line", &parent.map_or("NULL".to_string(), |code| code.0), &read);
    let row = client.query_one("SELECT array_agg(code ORDER BY code) FROM organization", &[]).await?;
    let refused = row.try_get::<_, Vec<String>>(0).expect_err("no line is needed").to_string();
    let array: Vec<Uscc> = row.try_get(0)?;
    let array: Vec<String> = array.into_iter().map(|code| code.0).collect();
    show("array", "line", &array.join(","), &refused);
    let any = client
        .query("SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code", &[&vec![
            Uscc("12100000400000624D".to_string()),
            Uscc("91350100M000100Y43".to_string()),
        ]])
        .await?;
    assert_eq!(strings(&any, 0)?, strings(&both, 0)?);
    // every value that the driver sends and receives is in binary form
    let row = client
        .query_one("SELECT code FROM organization WHERE code = $1", &[&Uscc("12100000400000624D".to_string())])
        .await?;
    show("binary", "line", &row.try_get::<_, Uscc>(0)?.0, &read);

    let sink = client.copy_in("COPY organization (code, name) FROM STDIN").await?;
    pin_mut!(sink);
    sink.send(Bytes::from("93410100NA000307XN\t合作社\n")).await?;
    sink.finish().await?;
    let rows = client.query("SELECT code::text FROM organization WHERE name = '合作社'", &[]).await?;
    show("COPY in", "yes", &strings(&rows, 0)?, "-");
    let out = client.copy_out("COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT").await?;
    let out: Vec<Bytes> = out.try_collect().await?;
    show("COPY out", "yes", std::str::from_utf8(&out.concat())?.trim(), "-");
    show("error", "yes", &problem.join("|"), "-");
    Ok(())
}
