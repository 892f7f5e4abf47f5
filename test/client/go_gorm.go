// GORM 1
package main

import (
	"errors"
	"strings"

	"github.com/jinzhu/gorm"
	_ "github.com/jinzhu/gorm/dialects/postgres"
	"github.com/lib/pq"
)

type Organization struct {
	Code   string  `gorm:"type:uscc;primary_key"`
	Name   string  `gorm:"type:text"`
	Parent *string `gorm:"type:uscc"`
}

func (Organization) TableName() string {
	return "organization"
}

func list(organizations []Organization, value func(Organization) string) string {
	var values []string
	for _, organization := range organizations {
		values = append(values, value(organization))
	}
	return strings.Join(values, ",")
}

func main() {
	db, err := gorm.Open("postgres", "")
	check(err)
	db.LogMode(false)
	code := func(o Organization) string { return o.Code }
	name := func(o Organization) string { return o.Name }

	var one, same, both, like, start, in, none []Organization
	check(db.Create(&Organization{Code: "91350100M000100Y43", Name: "福建"}).Error)
	db.Where("code = ?", "12100000400000624D").Find(&one)
	db.Where("code IN (?)", []string{"12100000400000624D", "91350100M000100Y43"}).Order("code").Find(&both)
	db.Where("code LIKE ?", "9135%").Find(&like)
	db.Where("code ^@ ?", "9135").Find(&start)
	var problem *pq.Error
	errors.As(db.Create(&Organization{Code: "9135O100M000100Y43"}).Error, &problem)

	check(db.Table("created").CreateTable(&Organization{}).Error)
	var column string
	check(db.DB().QueryRow("SELECT atttypid::regtype::text FROM pg_attribute WHERE attrelid = 'created'::regclass AND attname = 'code'").Scan(&column))
	yes("column", column)
	db.Where("name = ?", "福建").Find(&same)
	yes("insert", list(same, code))
	yes("read", list(one, code))
	yes("look-up", list(one, name))
	yes("ANY", list(both, name))
	yes("LIKE", list(like, name))
	yes("prefix", list(start, name))
	db.Where("code <@ ?", "3501").Find(&in)
	yes("division", list(in, name))
	check(db.Create(&Organization{Code: "914403001922038216"}).Error)
	db.Where("code = ?", "914403001922038216").Find(&none)
	yes("NULL", list(none, func(o Organization) string {
		if o.Parent == nil {
			return "NULL"
		}
		return *o.Parent
	}))
	yes("error", strings.Join([]string{string(problem.Code), problem.Detail, problem.Hint}, "|"))
}
