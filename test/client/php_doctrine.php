<?php
// Doctrine DBAL
require __DIR__ . '/result.php';
require_once 'Doctrine/DBAL/autoload.php';

use Doctrine\DBAL\Connection;
use Doctrine\DBAL\DriverManager;
use Doctrine\DBAL\Exception\DriverException;
use Doctrine\DBAL\Platforms\AbstractPlatform;
use Doctrine\DBAL\Schema\Table;
use Doctrine\DBAL\Types\Type;

class Uscc extends Type
{
    public function getSQLDeclaration(array $column, AbstractPlatform $platform)
    {
        return 'uscc';
    }

    public function getName()
    {
        return 'uscc';
    }
}

$connection = DriverManager::getConnection(['driver' => 'pdo_pgsql', 'host' => getenv('PGHOST'), 'port' => getenv('PGPORT'),
    'user' => getenv('PGUSER'), 'dbname' => getenv('PGDATABASE')]);
try {
    $connection->createSchemaManager()->listTableColumns('organization');
    exit('no mapping is needed');
} catch (Doctrine\DBAL\Exception $unmapped) {
}

Type::addType('uscc', Uscc::class);
$connection->getDatabasePlatform()->registerDoctrineTypeMapping('uscc', 'uscc');

$connection->insert('organization', ['code' => '91350100M000100Y43', 'name' => '福建']);
$name = $connection->fetchOne('SELECT name FROM organization WHERE code = ?', ['12100000400000624D']);
$both = $connection->fetchFirstColumn('SELECT name FROM organization WHERE code IN (?) ORDER BY code',
    [['12100000400000624D', '91350100M000100Y43']], [Connection::PARAM_STR_ARRAY]);
$start = $connection->fetchFirstColumn('SELECT name FROM organization WHERE code ^@ ?', ['9135']);
try {
    $connection->insert('organization', ['code' => '9135O100M000100Y43']);
} catch (DriverException $error) {
    [$sqlstate, $message] = [$error->getSQLState(), $error->getMessage()];    // the message has DETAIL and HINT
}

$ask = fn (string $sql, ...$parameters) => $connection->fetchFirstColumn($sql, $parameters);
$table = new Table('created');
$table->addColumn('code', 'uscc');
$connection->createSchemaManager()->createTable($table);
show('column', 'line', $connection->createSchemaManager()->listTableColumns('created')['code']->getType()->getName(),
    $unmapped->getMessage());
show('insert', 'yes', $ask("SELECT code FROM organization WHERE name = '福建'"));
show('read', 'yes', $ask('SELECT code FROM organization WHERE name = ?', '清华大学'));
show('look-up', 'yes', $name);
show('ANY', 'yes', $both);
show('LIKE', 'yes', $ask('SELECT name FROM organization WHERE code LIKE ?', '9135%'));
show('prefix', 'yes', $start);
show('division', 'yes', $ask('SELECT name FROM organization WHERE code <@ ?', '3501'));
$connection->insert('organization', ['code' => '914403001922038216', 'parent' => null]);
show('NULL', 'yes', $ask("SELECT parent FROM organization WHERE code = '914403001922038216'")[0]);
preg_match("/^DETAIL:  (.*)\nHINT:  (.*)/m", $message, $parts);
show('error', 'yes', implode('|', [$sqlstate, $parts[1], $parts[2]]));
