# ruby-pg
require 'pg'

connection = PG.connect

connection.exec_params('INSERT INTO organization (code, name) VALUES ($1, $2)', ['91350100M000100Y43', '福建'])
name = connection.exec_params('SELECT name FROM organization WHERE code = $1', ['12100000400000624D']).getvalue(0, 0)
codes = PG::TextEncoder::Array.new.encode(['12100000400000624D', '91350100M000100Y43'])
rows = connection.exec_params('SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code', [codes]).values
begin
  connection.exec_params('INSERT INTO organization (code) VALUES ($1)', ['9135O100M000100Y43'])
rescue PG::InvalidTextRepresentation => error
  problem = [PG::PG_DIAG_SQLSTATE, PG::PG_DIAG_MESSAGE_DETAIL, PG::PG_DIAG_MESSAGE_HINT].map do |field|
    error.result.error_field(field)
  end
end

# result.py says what this prints.
def show(feature, cell, value, note = '-')
  puts [feature, cell, value.nil? ? 'NULL' : Array(value).join(','), note].join("\t")
end

ask = ->(sql, *parameters, format: 0) { connection.exec_params(sql, parameters, format).column_values(0) }

show('insert', 'yes', ask.call("SELECT code FROM organization WHERE name = '福建'"))
show('read', 'yes', ask.call('SELECT code FROM organization WHERE name = $1', '清华大学'))
show('look-up', 'yes', name)
any = 'SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code'
begin
  ask.call(any, ['12100000400000624D', '91350100M000100Y43'])
  raise 'no line is needed'
rescue PG::InvalidTextRepresentation => error
  show('ANY', 'line', rows.flatten, error.message.lines.first.chomp)
end
show('prefix', 'yes', ask.call('SELECT name FROM organization WHERE code ^@ $1', '9135'))
show('division', 'yes', ask.call('SELECT name FROM organization WHERE code <@ $1', '3501'))
ask.call('INSERT INTO organization (code, parent) VALUES ($1, $2) RETURNING code', '914403001922038216', nil)
show('NULL', 'yes', ask.call("SELECT parent FROM organization WHERE code = '914403001922038216'").first)
without, = ask.call('SELECT array_agg(code ORDER BY code) FROM organization')
show('array', 'line', PG::TextDecoder::Array.new.decode(without), "the text #{without}")
connection.copy_data('COPY organization (code, name) FROM STDIN') do
  connection.put_copy_data("93410100NA000307XN\t合作社\n")
end
show('COPY in', 'yes', ask.call("SELECT code FROM organization WHERE name = '合作社'"))
out = []
connection.copy_data("COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT") do
  while (line = connection.get_copy_data)
    out << line.chomp
  end
end
show('COPY out', 'yes', out)
show('binary', 'yes', ask.call('SELECT code FROM organization WHERE code = $1',
                               { value: '12100000400000624D', format: 1 }, format: 1))
show('error', 'yes', problem.join('|'))
