// lib/pq
package main

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/lib/pq"
)

// The values of one column.
func ask(db *sql.DB, query string, parameters ...interface{}) string {
	rows, err := db.Query(query, parameters...)
	check(err)
	defer rows.Close()
	var values []string
	for rows.Next() {
		value := sql.NullString{}
		check(rows.Scan(&value))
		if !value.Valid {
			value.String = "NULL"
		}
		values = append(values, value.String)
	}
	check(rows.Err())
	return strings.Join(values, ",")
}

func use(db *sql.DB) (name string, names []string, problem *pq.Error) {
	_, err := db.Exec("INSERT INTO organization (code, name) VALUES ($1, $2)", "91350100M000100Y43", "福建")
	check(err)
	err = db.QueryRow("SELECT name FROM organization WHERE code = $1", "12100000400000624D").Scan(&name)
	check(err)
	codes := []string{"12100000400000624D", "91350100M000100Y43"}
	rows, err := db.Query("SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code", pq.Array(codes))
	check(err)
	for rows.Next() {
		var name string
		check(rows.Scan(&name))
		names = append(names, name)
	}
	_, err = db.Exec("INSERT INTO organization (code) VALUES ($1)", "9135O100M000100Y43")
	errors.As(err, &problem) // problem.Code, problem.Detail, problem.Hint
	return name, names, problem
}

func main() {
	db, err := sql.Open("postgres", "")
	check(err)
	name, names, problem := use(db)
	yes("insert", ask(db, "SELECT code FROM organization WHERE name = '福建'"))
	yes("read", ask(db, "SELECT code FROM organization WHERE name = $1", "清华大学"))
	yes("look-up", name)
	yes("ANY", strings.Join(names, ","))
	yes("prefix", ask(db, "SELECT name FROM organization WHERE code ^@ $1", "9135"))
	yes("division", ask(db, "SELECT name FROM organization WHERE code <@ $1", "3501"))
	_, err = db.Exec("INSERT INTO organization (code, parent) VALUES ($1, $2)", "914403001922038216", nil)
	check(err)
	yes("NULL", ask(db, "SELECT parent FROM organization WHERE code = '914403001922038216'"))
	var array []string
	check(db.QueryRow("SELECT array_agg(code ORDER BY code) FROM organization").Scan(pq.Array(&array)))
	yes("array", strings.Join(array, ","))

	tx, err := db.Begin()
	check(err)
	statement, err := tx.Prepare(pq.CopyIn("organization", "code", "name"))
	check(err)
	_, err = statement.Exec("93410100NA000307XN", "合作社")
	check(err)
	_, err = statement.Exec()
	check(err)
	check(statement.Close())
	check(tx.Commit())
	yes("COPY in", ask(db, "SELECT code FROM organization WHERE name = '合作社'"))
	_, err = db.Query("COPY organization TO STDOUT")
	if err == nil {
		check(errors.New("COPY out"))
	}
	show("COPY out", "no", "-", err.Error())

	binary, err := sql.Open("postgres", "binary_parameters=yes")
	check(err)
	yes("binary", ask(binary, "SELECT code FROM organization WHERE code = $1", []byte("12100000400000624D")))
	yes("error", fmt.Sprintf("%s|%s|%s", problem.Code, problem.Detail, problem.Hint))
}
