# Active Record
require 'active_record'
require 'stringio'

class Organization < ActiveRecord::Base
  self.table_name = 'organization'
  self.primary_key = 'code'
end

ActiveRecord::Base.establish_connection(adapter: 'postgresql', host: ENV.fetch('PGHOST'), port: ENV.fetch('PGPORT'),
                                        username: ENV.fetch('PGUSER'), database: ENV.fetch('PGDATABASE'))
connection = ActiveRecord::Base.connection

Organization.create!(code: '91350100M000100Y43', name: '福建')
name = Organization.find('12100000400000624D').name
both = Organization.where(code: ['12100000400000624D', '91350100M000100Y43']).order(:code).pluck(:name)
like = Organization.where('code LIKE ?', '9135%').pluck(:name)
start = Organization.where('code ^@ ?', '9135').pluck(:name)
begin
  Organization.create!(code: '9135O100M000100Y43')
rescue ActiveRecord::StatementInvalid => error
  fields = [PG::PG_DIAG_SQLSTATE, PG::PG_DIAG_MESSAGE_DETAIL, PG::PG_DIAG_MESSAGE_HINT]
  problem = fields.map { |field| error.cause.result.error_field(field) }
end

def show(feature, cell, value, note = '-')
  puts [feature, cell, value.nil? ? 'NULL' : Array(value).join(','), note].join("\t")
end

ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define { create_table(:created, id: false) { |table| table.column :code, :uscc } }
schema = StringIO.new
ActiveRecord::SchemaDumper.dump(connection, schema)
unknown = schema.string[/Unknown type 'uscc' for column 'code'/]
abort 'schema.rb knows the type' unless unknown
show('column', 'line', connection.columns(:created).first.sql_type, "schema.rb: #{unknown}")
show('insert', 'yes', Organization.find_by(name: '福建').code)
show('read', 'yes', Organization.find_by(name: '清华大学').code)
show('look-up', 'yes', name)
show('ANY', 'yes', both)
show('LIKE', 'yes', like)
show('prefix', 'yes', start)
show('division', 'yes', Organization.where('code <@ ?', '3501').pluck(:name))
Organization.create!(code: '914403001922038216', parent: nil)
show('NULL', 'yes', Organization.find('914403001922038216').parent)
show('error', 'yes', problem.join('|'))
