<?php
// What a program of this folder prints; result.py says it.

function show(string $feature, string $cell, $value, string $note = '-'): void
{
    echo implode("\t", [$feature, $cell, is_array($value) ? implode(',', $value) : $value ?? 'NULL', $note]), "\n";
}
