"""How alike are a name and a listed name, or a subject and a listed party, and why?"""
