<?php
// PDO (pdo_pgsql)
require __DIR__ . '/result.php';

$pdo = new PDO('pgsql:host=' . getenv('PGHOST') . ';port=' . getenv('PGPORT') . ';dbname=' . getenv('PGDATABASE'), getenv('PGUSER'));

function ask(string $sql, ...$parameters): array
{
    global $pdo;
    $statement = $pdo->prepare($sql);
    $statement->execute($parameters);
    return $statement->fetchAll(PDO::FETCH_COLUMN);
}

$pdo->prepare('INSERT INTO organization (code, name) VALUES (?, ?)')->execute(['91350100M000100Y43', '福建']);
$one = $pdo->prepare('SELECT name FROM organization WHERE code = ?');
$one->execute(['12100000400000624D']);
$name = $one->fetchColumn();
$codes = ['12100000400000624D', '91350100M000100Y43'];
$both = $pdo->prepare('SELECT name FROM organization WHERE code = ANY (?) ORDER BY code');
$both->execute(['{' . implode(',', $codes) . '}']);
$names = $both->fetchAll(PDO::FETCH_COLUMN);
try {
    $pdo->prepare('INSERT INTO organization (code) VALUES (?)')->execute(['9135O100M000100Y43']);
} catch (PDOException $error) {
    [$sqlstate, , $message] = $error->errorInfo;    // the message has DETAIL and HINT
}

show('insert', 'yes', ask("SELECT code FROM organization WHERE name = '福建'"));
show('read', 'yes', ask('SELECT code FROM organization WHERE name = ?', '清华大学'));
show('look-up', 'yes', $name);
try {
    $both->execute([$codes]);
    exit('no line is needed');
} catch (Throwable $error) {
    show('ANY', 'line', $names, strtok($error->getMessage(), "\n"));
}
show('prefix', 'yes', ask('SELECT name FROM organization WHERE code ^@ ?', '9135'));
show('division', 'yes', ask('SELECT name FROM organization WHERE code <@ ?', '3501'));
ask('INSERT INTO organization (code, parent) VALUES (?, ?) RETURNING code', '914403001922038216', null);
show('NULL', 'yes', ask("SELECT parent FROM organization WHERE code = '914403001922038216'")[0]);
[$array] = ask('SELECT array_agg(code ORDER BY code)::text[] FROM organization');
show('array', 'no', '-', is_string($array) ? "all arrays are text: $array" : exit('array'));
$pdo->pgsqlCopyFromArray('organization (code, name)', ["93410100NA000307XN\t合作社"]);
show('COPY in', 'yes', ask("SELECT code FROM organization WHERE name = '合作社'"));
$out = array_map('trim', $pdo->pgsqlCopyToArray('organization', "\t", '\\N', 'code'));
show('COPY out', 'yes', in_array('93410100NA000307XN', $out) ? '93410100NA000307XN' : $out);
$binary = $pdo->prepare('SELECT code FROM organization WHERE code = ?');
$binary->bindValue(1, '12100000400000624D', PDO::PARAM_LOB);
$binary->execute();
show('binary', 'yes', $binary->fetchColumn());
preg_match("/^DETAIL:  (.*)\nHINT:  (.*)/m", $message, $parts);
show('error', 'yes', implode('|', [$sqlstate, $parts[1], $parts[2]]));
