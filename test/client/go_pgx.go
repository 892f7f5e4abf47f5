// pgx
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgconn"
	"github.com/jackc/pgtype"
	"github.com/jackc/pgx/v4"
)

var ctx = context.Background()

// The values of one column.
func ask(conn *pgx.Conn, query string, parameters ...interface{}) string {
	rows, err := conn.Query(ctx, query, parameters...)
	check(err)
	defer rows.Close()
	var values []string
	for rows.Next() {
		null := "NULL"
		value := &null
		check(rows.Scan(&value))
		if value == nil {
			value = &null
		}
		values = append(values, *value)
	}
	check(rows.Err())
	return strings.Join(values, ",")
}

func use(conn *pgx.Conn) (name string, names []string, problem *pgconn.PgError) {
	_, err := conn.Exec(ctx, "INSERT INTO organization (code, name) VALUES ($1, $2)", "91350100M000100Y43", "福建")
	check(err)
	err = conn.QueryRow(ctx, "SELECT name FROM organization WHERE code = $1", "12100000400000624D").Scan(&name)
	check(err)
	codes := []string{"12100000400000624D", "91350100M000100Y43"}
	rows, err := conn.Query(ctx, "SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code", codes)
	check(err)
	for rows.Next() {
		var name string
		check(rows.Scan(&name))
		names = append(names, name)
	}
	_, err = conn.Exec(ctx, "INSERT INTO organization (code) VALUES ($1)", "9135O100M000100Y43")
	errors.As(err, &problem) // problem.Code, problem.Detail, problem.Hint
	return name, names, problem
}

// For results in binary form, and for arrays of codes.
func register(conn *pgx.Conn) error {
	var code, codes uint32
	err := conn.QueryRow(ctx, "SELECT 'uscc'::regtype::oid, 'uscc[]'::regtype::oid").Scan(&code, &codes)
	conn.ConnInfo().RegisterDataType(pgtype.DataType{Value: &pgtype.Text{}, Name: "uscc", OID: code})
	conn.ConnInfo().RegisterDataType(pgtype.DataType{Value: &pgtype.TextArray{}, Name: "_uscc", OID: codes})
	return err
}

func main() {
	conn, err := pgx.Connect(ctx, "")
	check(err)
	name, names, problem := use(conn)
	yes("insert", ask(conn, "SELECT code FROM organization WHERE name = '福建'"))
	yes("read", ask(conn, "SELECT code FROM organization WHERE name = $1", "清华大学"))
	yes("look-up", name)
	yes("ANY", strings.Join(names, ","))
	yes("prefix", ask(conn, "SELECT name FROM organization WHERE code ^@ $1", "9135"))
	yes("division", ask(conn, "SELECT name FROM organization WHERE code <@ $1", "3501"))
	_, err = conn.Exec(ctx, "INSERT INTO organization (code, parent) VALUES ($1, $2)", "914403001922038216", nil)
	check(err)
	yes("NULL", ask(conn, "SELECT parent FROM organization WHERE code = '914403001922038216'"))

	_, err = conn.CopyFrom(ctx, pgx.Identifier{"organization"}, []string{"code", "name"},
		pgx.CopyFromRows([][]interface{}{{"93410100NA000307XN", "合作社"}}))
	check(err)
	yes("COPY in", ask(conn, "SELECT code FROM organization WHERE name = '合作社'"))
	var out bytes.Buffer
	_, err = conn.PgConn().CopyTo(ctx, &out, "COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT")
	check(err)
	yes("COPY out", strings.TrimSpace(out.String()))

	var array []string
	arrays := "SELECT array_agg(code ORDER BY code) FROM organization WHERE code <> '93410100NA000307XN'"
	binary := pgx.QueryResultFormats{pgx.BinaryFormatCode}
	withoutArray := conn.QueryRow(ctx, arrays).Scan(&array)
	withoutBinary := conn.QueryRow(ctx, "SELECT code FROM organization", binary).Scan(&name)
	if withoutArray == nil || withoutBinary == nil {
		check(errors.New("no line is needed"))
	}
	check(register(conn))
	check(conn.QueryRow(ctx, arrays).Scan(&array))
	show("array", "line", strings.Join(array, ","), withoutArray.Error())
	show("binary", "line", ask(conn, "SELECT code FROM organization WHERE code = $1", binary, "12100000400000624D"), withoutBinary.Error())
	yes("error", fmt.Sprintf("%s|%s|%s", problem.Code, problem.Detail, problem.Hint))
}
