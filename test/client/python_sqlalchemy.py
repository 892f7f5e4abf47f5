# SQLAlchemy
from sqlalchemy import Column, MetaData, Text, create_engine, select, text
from sqlalchemy.exc import DataError
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.types import UserDefinedType
from result import COLUMN, yes


class Uscc(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **options):
        return "uscc"


Base = declarative_base()


class Organization(Base):
    __tablename__ = "organization"
    code = Column(Uscc, primary_key=True)
    name = Column(Text)
    parent = Column(Uscc)


engine = create_engine("postgresql+psycopg2://")
with Session(engine) as session:
    session.add(Organization(code="91350100M000100Y43", name="福建"))
    session.commit()
    name = session.get(Organization, "12100000400000624D").name
    both = select(Organization.name).order_by(Organization.code).where(
        Organization.code.in_(["12100000400000624D", "91350100M000100Y43"]))
    names = session.scalars(both).all()
    like = select(Organization.name).where(Organization.code.like("9135%"))
    start = select(Organization.name).where(Organization.code.op("^@")("9135"))
    try:
        session.add(Organization(code="9135O100M000100Y43"))
        session.commit()
    except DataError as error:
        session.rollback()
        diag = error.orig.diag
        problem = diag.sqlstate, diag.message_detail, diag.message_hint

    Organization.__table__.to_metadata(MetaData(), name="created").create(engine)
    yes("column", session.execute(text(COLUMN)).scalar())
    yes("insert", session.scalars(select(Organization.code).filter_by(name="福建")).all())
    yes("read", session.scalars(select(Organization.code).filter_by(name="清华大学")).all())
    yes("look-up", name)
    yes("ANY", names)
    yes("LIKE", session.scalars(like).all())
    yes("prefix", session.scalars(start).all())
    yes("division", session.scalars(select(Organization.name).where(Organization.code.op("<@")("3501"))).all())
    session.add(Organization(code="914403001922038216", parent=None))
    session.commit()
    yes("NULL", session.get(Organization, "914403001922038216").parent)
    yes("error", "|".join(problem))
