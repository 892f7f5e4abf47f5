package main

import (
	"fmt"
	"os"
	"strings"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// What a program of this folder prints; result.py says it.
func show(feature, cell, value, note string) {
	fmt.Println(strings.Join([]string{feature, cell, value, note}, "\t"))
}

func yes(feature, value string) {
	show(feature, "yes", value, "-")
}
