<?php
// Eloquent (Laravel)
require __DIR__ . '/result.php';
require_once 'Illuminate/Database/autoload.php';

use Illuminate\Database\Capsule\Manager;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\QueryException;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Database\Schema\Grammars\PostgresGrammar;

class Organization extends Model
{
    protected $table = 'organization';
    protected $primaryKey = 'code';
    protected $keyType = 'string';
    public $incrementing = false;
    public $timestamps = false;
    protected $fillable = ['code', 'name', 'parent'];
}

$manager = new Manager();
$manager->addConnection(['driver' => 'pgsql', 'host' => getenv('PGHOST'), 'port' => getenv('PGPORT'),
    'username' => getenv('PGUSER'), 'database' => getenv('PGDATABASE'), 'charset' => 'utf8']);
$manager->setAsGlobal();
$manager->bootEloquent();

Organization::create(['code' => '91350100M000100Y43', 'name' => '福建']);
$name = Organization::find('12100000400000624D')->name;
$both = Organization::whereIn('code', ['12100000400000624D', '91350100M000100Y43'])->orderBy('code')->pluck('name');
$like = Organization::where('code', 'like', '9135%')->pluck('name');
$start = Organization::whereRaw('code ^@ ?', ['9135'])->pluck('name');
$below = Organization::where('code', '<@', '3501')->pluck('name');
try {
    Organization::create(['code' => '9135O100M000100Y43']);
} catch (QueryException $error) {
    [$sqlstate, , $message] = $error->errorInfo;    // the message has DETAIL and HINT
}

// in a migration: $table->addColumn('uscc', 'code')
PostgresGrammar::macro('typeUscc', fn () => 'uscc');

try {
    Manager::schema()->create('created', fn (Blueprint $table) => $table->addColumn('adcode', 'code'));
    exit('no macro is needed');
} catch (BadMethodCallException $unknown) {
}
Manager::schema()->create('created', fn (Blueprint $table) => $table->addColumn('uscc', 'code'));
[$created] = Manager::select("SELECT atttypid::regtype::text AS type FROM pg_attribute WHERE attrelid = 'created'::regclass AND attname = 'code'");
show('column', 'line', $created->type, $unknown->getMessage());
show('insert', 'yes', Organization::firstWhere('name', '福建')->code);
show('read', 'yes', Organization::firstWhere('name', '清华大学')->code);
show('look-up', 'yes', $name);
show('ANY', 'yes', $both->all());
show('LIKE', 'yes', $like->all());
show('prefix', 'yes', $start->all());
show('division', 'yes', $below->all());
Organization::create(['code' => '914403001922038216', 'parent' => null]);
show('NULL', 'yes', Organization::find('914403001922038216')->parent);
preg_match("/^DETAIL:  (.*)\nHINT:  (.*)/m", $message, $parts);
show('error', 'yes', implode('|', [$sqlstate, $parts[1], $parts[2]]));
